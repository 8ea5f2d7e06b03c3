package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * A sum, with or without tax.
 *
 * @param exclTax amount without tax; absent only if the other is given
 * @param inclTax amount with tax; absent only if the other is given
 */
@Since(V21)
public record TotalPrice(
        @Nullable BigDecimal exclTax,
        @Nullable BigDecimal inclTax,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public TotalPrice(@Nullable BigDecimal exclTax, @Nullable BigDecimal inclTax) {
        this(exclTax, inclTax, null);
    }
    /** What the specification requires; the rest absent. */
    public TotalPrice() {
        this(null, null, null);
    }
}
