package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * A price due once.
 *
 * @param priceFixed amount, without tax
 * @param conditions when it applies; absent: always
 */
@Since(V21)
public record TariffFixedPrice(
        BigDecimal priceFixed,
        @Nullable TariffConditionsFixed conditions,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public TariffFixedPrice(BigDecimal priceFixed, @Nullable TariffConditionsFixed conditions) {
        this(priceFixed, conditions, null);
    }
    /** What the specification requires; the rest absent. */
    public TariffFixedPrice(BigDecimal priceFixed) {
        this(priceFixed, null, null);
    }
}
