package org.ohmstead.smartcharging.composites;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.Composite;
import org.ohmstead.smartcharging.schedule.CompositePeriod;
import org.ohmstead.smartcharging.schedule.Rate;
import org.ohmstead.smartcharging.schedule.json.Words;

/** A composite schedule that we computed, as the API shows it. */
@Schema(name = "CompositeSchedule")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompositeView(
        @Schema(description = "0: the station as a whole") int evse,

        Instant from,

        Instant to,

        @Schema(
                enumeration = {"A", "W"},
                description = "Of all values: A of each phase, or W of all of them")
        String unit,

        @Schema(description = "Without gaps from from to to; neighbours differ")
        List<Period> periods) {

    /** What holds for a while. */
    @Schema(name = "CompositePeriod")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Period(
            Instant from,

            @Schema(description = "Seconds from the start of the schedule")
            long startPeriod,

            @Schema(description = "The most to charge with. Absent: no profile limits it") @Nullable
            BigDecimal limit,

            @Schema(description = "On L2, where phases have limits of their own; limit is that of L1 then") @Nullable
            BigDecimal limitL2,

            @Schema(description = "On L3") @Nullable BigDecimal limitL3,

            @Schema(description = "The most to discharge with, 0 or less") @Nullable
            BigDecimal dischargeLimit,

            @Schema(description = "To be held; negative to discharge") @Nullable
            BigDecimal setpoint,

            @Schema(description = "How many phases charge. Absent: no profile says") @Nullable
            Integer phases,

            @Schema(description = "The one that charges") @Nullable
            Integer phaseToUse,

            @Schema(description = "Numbers of the profiles that led to it; limits from outside have negative ones")
            List<Integer> profiles,

            @Schema(description = "true: profiles want different phases, which OCPP calls an error")
            boolean phaseClash) {}

    static CompositeView of(Composite composite) {
        return new CompositeView(
                composite.evse(),
                composite.window().from(),
                composite.window().to(),
                Words.of(composite.unit()),
                composite.periods().stream()
                        .map(period -> of(period, composite.window().from()))
                        .toList());
    }

    private static Period of(CompositePeriod period, Instant start) {
        Rate limit = period.rates().limit();
        Rate discharge = period.rates().discharge();
        Rate setpoint = period.rates().setpoint();
        return new Period(
                period.from(),
                Duration.between(start, period.from()).toSeconds(),
                limit == null ? null : limit.value(),
                limit == null ? null : limit.l2(),
                limit == null ? null : limit.l3(),
                discharge == null ? null : discharge.value(),
                setpoint == null ? null : setpoint.value(),
                period.phases(),
                period.phaseToUse(),
                List.copyOf(period.profiles()),
                period.phaseClash());
    }
}
