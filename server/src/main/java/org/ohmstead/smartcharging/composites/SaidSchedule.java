package org.ohmstead.smartcharging.composites;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.json.Words;

/**
 * A composite schedule as a station says it.
 *
 * @param unit  as it labels its limits, which need not be what it was asked for (field note 120)
 * @param until null: it does not say
 */
public record SaidSchedule(Instant start, @Nullable Instant until, RateUnit unit, List<Step> steps) {
    /** From then on; phases: null: not said. */
    public record Step(
            Instant from, BigDecimal limit, @Nullable Integer phases) {}

    /** Of the answer to GetCompositeSchedule of any version; empty: none that can be read. */
    static Optional<SaidSchedule> read(JsonNode response) {
        // 1.6 has the schedule beside its start; 2.x both in one
        JsonNode schedule = response.path(response.has("schedule") ? "schedule" : "chargingSchedule");
        Optional<Instant> start =
                time(response.has("schedule") ? schedule.path("scheduleStart") : response.path("scheduleStart"));
        Optional<RateUnit> unit = Words.unit(schedule.path("chargingRateUnit").asText());
        if (start.isEmpty() || unit.isEmpty() || !CompositeSchedules.isAccepted(response)) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        for (JsonNode period : schedule.path("chargingSchedulePeriod")) {
            if (period.path("limit").isNumber()) {
                steps.add(new Step(
                        start.get().plusSeconds(period.path("startPeriod").asLong()),
                        period.path("limit").decimalValue(),
                        period.path("numberPhases").isInt()
                                ? period.path("numberPhases").asInt()
                                : null));
            }
        }
        steps.sort(Comparator.comparing(Step::from));
        JsonNode duration = schedule.path("duration");
        Instant until = duration.isNumber() ? start.get().plus(Duration.ofSeconds(duration.asLong())) : null;
        return Optional.of(new SaidSchedule(start.get(), until, unit.get(), List.copyOf(steps)));
    }

    private static Optional<Instant> time(JsonNode text) {
        try {
            return text.isTextual()
                    ? Optional.of(OffsetDateTime.parse(text.asText()).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What it says of a moment; null: nothing. */
    @Nullable
    Step at(Instant moment) {
        Step holds = null;
        for (Step each : steps) {
            if (!each.from().isAfter(moment)) {
                holds = each;
            }
        }
        return until != null && !moment.isBefore(until) ? null : holds;
    }
}
