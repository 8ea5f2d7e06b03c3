package org.ohmstead.smartcharging.needs;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.Rate;
import org.ohmstead.smartcharging.schedule.RateUnit;

/** Reads what ChargingNeeds of 2.x says of energy and power, wherever it says it: each mode of transfer has fields of its own. */
public final class NeedReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private NeedReader() {}

    /** Energy that is asked for, in Wh; null: not told. */
    public static @Nullable BigDecimal energyWh(JsonNode needs) {
        JsonNode dc = needs.path("dcChargingParameters");
        JsonNode v2x = needs.path("v2xChargingParameters");
        return first(
                        needs.path("acChargingParameters").path("energyAmount"),
                        v2x.path("evTargetEnergyRequest"),
                        dc.path("energyAmount"),
                        v2x.path("evMaxEnergyRequest"))
                .or(() -> toFull(dc))
                .filter(energy -> energy.signum() > 0)
                .orElse(null);
    }

    /** What is missing in the battery. */
    private static Optional<BigDecimal> toFull(JsonNode dc) {
        JsonNode capacity = dc.path("evEnergyCapacity");
        if (!capacity.isNumber() || !dc.path("stateOfCharge").isNumber()) {
            return Optional.empty();
        }
        BigDecimal full = dc.path("fullSoC").isNumber() ? dc.path("fullSoC").decimalValue() : HUNDRED;
        return Optional.of(capacity.decimalValue()
                .multiply(full.subtract(dc.path("stateOfCharge").decimalValue()))
                .movePointLeft(2));
    }

    /** The most that the EV can charge with; null: not told. */
    public static EvNeeds.@Nullable Most most(JsonNode needs) {
        JsonNode dc = needs.path("dcChargingParameters");
        JsonNode v2x = needs.path("v2xChargingParameters");
        Optional<BigDecimal> power = first(v2x.path("maxChargePower"), dc.path("evMaxPower"))
                .or(() -> first(dc.path("evMaxCurrent"))
                        .flatMap(current -> first(dc.path("evMaxVoltage")).map(current::multiply)));
        if (power.isPresent()) {
            BigDecimal phases = sum(v2x, "maxChargePower_L2").add(sum(v2x, "maxChargePower_L3"));
            return new EvNeeds.Most(RateUnit.WATT, Rate.of(power.get().add(phases)));
        }
        return first(needs.path("acChargingParameters").path("evMaxCurrent"), v2x.path("maxChargeCurrent"))
                .map(current -> new EvNeeds.Most(RateUnit.AMPERE, Rate.of(current)))
                .orElse(null);
    }

    private static BigDecimal sum(JsonNode at, String field) {
        return at.path(field).isNumber() ? at.path(field).decimalValue() : BigDecimal.ZERO;
    }

    private static Optional<BigDecimal> first(JsonNode... candidates) {
        for (JsonNode each : candidates) {
            if (each.isNumber()) {
                return Optional.of(each.decimalValue());
            }
        }
        return Optional.empty();
    }

    /** Whether it is direct current. */
    public static boolean isDirect(String mode) {
        return mode.startsWith("DC");
    }
}
