package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * A price of energy.
 *
 * @param priceKwh   price per kWh, without tax
 * @param conditions when it applies; absent: always
 */
@Since(V21)
public record TariffEnergyPrice(
        BigDecimal priceKwh,
        @Nullable TariffConditions conditions,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public TariffEnergyPrice(BigDecimal priceKwh, @Nullable TariffConditions conditions) {
        this(priceKwh, conditions, null);
    }
    /** What the specification requires; the rest absent. */
    public TariffEnergyPrice(BigDecimal priceKwh) {
        this(priceKwh, null, null);
    }
}
