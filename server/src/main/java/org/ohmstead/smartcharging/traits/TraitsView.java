package org.ohmstead.smartcharging.traits;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.json.Words;

/** Traits as the API shows them. */
@Schema(name = "SmartCharging")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TraitsView(
        @Schema(description = "Nominal voltage of a phase, by which A become W", examples = "230")
        int voltage,

        @Schema(description = "Phases that its EVSEs have; direct current counts as 1")
        int phases,

        @Schema(
                enumeration = {"A", "W"},
                description = "The only unit that it takes, as somebody has set it or its answers have taught. Absent:"
                        + " either")
        @Nullable
        String unit,

        @Schema(description = "Whether it takes limits without decimals only")
        boolean wholeNumbers,

        @Schema(description = "The only stackLevel that it takes. Absent: any") @Nullable
        Integer stackLevel,

        @Schema(description = "Whether an EV that asks over ISO 15118 gets a profile")
        boolean answersNeeds) {
    static TraitsView of(Traits traits) {
        return new TraitsView(
                traits.voltage(),
                traits.phases(),
                traits.unit() == null ? null : Words.of(traits.unit()),
                traits.whole(),
                traits.stackLevel(),
                traits.answersNeeds());
    }
}
