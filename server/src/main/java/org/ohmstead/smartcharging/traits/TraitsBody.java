package org.ohmstead.smartcharging.traits;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.json.Words;

/** Traits as somebody sets them, all at once: what is left out is as usual. */
@Schema(name = "SmartChargingBody")
public record TraitsBody(
        @Schema(description = "Nominal voltage of a phase, 50 to 1000. Default: 230") @Nullable
        Integer voltage,

        @Schema(description = "Phases that its EVSEs have, 1 to 3; 1 for direct current. Default: 3") @Nullable
        Integer phases,

        @Schema(
                enumeration = {"A", "W"},
                description = "The only unit that it takes. Absent: either; what it refuses is learned again")
        @Nullable
        String unit,

        @Schema(description = "Whether it takes limits without decimals only. Default: false") @Nullable
        Boolean wholeNumbers,

        @Schema(description = "The only stackLevel that it takes, from 0. Absent: any") @Nullable
        Integer stackLevel,

        @Schema(description = "Whether an EV that asks over ISO 15118 gets a profile. Default: true") @Nullable
        Boolean answersNeeds) {

    /** @throws Refused invalid */
    Traits traits() {
        int volts = voltage == null ? Traits.USUAL.voltage() : voltage;
        int count = phases == null ? Traits.USUAL.phases() : phases;
        if (volts < 50 || volts > 1_000) {
            throw Refused.invalid("voltage", "voltage is " + volts + "; allowed are 50 to 1000.");
        }
        if (count < 1 || count > 3) {
            throw Refused.invalid("phases", "phases is " + count + "; allowed are 1 to 3.");
        }
        if (stackLevel != null && stackLevel < 0) {
            throw Refused.invalid("stackLevel", "stackLevel is " + stackLevel + "; allowed is 0 and above.");
        }
        RateUnit only = unit == null
                ? null
                : Words.unit(unit)
                        .orElseThrow(() -> Refused.invalid(
                                "unit", "unit is '" + unit + "'; allowed are A and W, or leave it out."));
        return new Traits(
                volts,
                count,
                only,
                Boolean.TRUE.equals(wholeNumbers),
                stackLevel,
                answersNeeds == null || answersNeeds);
    }
}
