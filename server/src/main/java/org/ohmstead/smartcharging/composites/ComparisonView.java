package org.ohmstead.smartcharging.composites;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.smartcharging.schedule.json.Words;

/** A composite schedule as we compute it, beside what the station says. */
@Schema(name = "CompositeScheduleComparison")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComparisonView(
        @Schema(description = "As we compute it, from the moment that the station names")
        CompositeView computed,

        @Schema(description = "What the station answered") VerbView station,

        @Schema(
                enumeration = {"A", "W"},
                description =
                        "Unit that the station's answer is labelled with, which need not be what it was asked for")
        @Nullable
        String stationUnit,

        @Schema(description = "Whether both say the same, but for rounding. Absent: there is nothing to compare with")
        @Nullable
        Boolean same,

        @Schema(description = "Where they do not. Absent: there is nothing to compare with") @Nullable
        List<Difference> differences) {

    /** A time for which the station says something else than we compute. */
    @Schema(name = "CompositeScheduleDifference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            Instant from,

            Instant to,

            @Schema(description = "Our limit, in the unit that was asked for. Absent: none") @Nullable
            BigDecimal computed,

            @Schema(description = "The station's, in the same unit. Absent: it says nothing") @Nullable
            BigDecimal station) {}

    static ComparisonView of(CompositeSchedules.Comparison comparison) {
        SaidSchedule said = comparison.said();
        List<org.ohmstead.smartcharging.composites.Difference> found = comparison.differences();
        return new ComparisonView(
                CompositeView.of(comparison.computed()),
                VerbView.of(comparison.asked()),
                said == null ? null : Words.of(said.unit()),
                found == null ? null : found.isEmpty(),
                found == null
                        ? null
                        : found.stream()
                                .map(each -> new Difference(each.from(), each.to(), each.computed(), each.said()))
                                .toList());
    }
}
