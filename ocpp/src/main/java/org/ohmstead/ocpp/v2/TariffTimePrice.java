package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * A price of time.
 *
 * @param priceMinute price per minute, without tax
 * @param conditions  when it applies; absent: always
 */
@Since(V21)
public record TariffTimePrice(
        BigDecimal priceMinute,
        @Nullable TariffConditions conditions,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public TariffTimePrice(BigDecimal priceMinute, @Nullable TariffConditions conditions) {
        this(priceMinute, conditions, null);
    }
    /** What the specification requires; the rest absent. */
    public TariffTimePrice(BigDecimal priceMinute) {
        this(priceMinute, null, null);
    }
}
