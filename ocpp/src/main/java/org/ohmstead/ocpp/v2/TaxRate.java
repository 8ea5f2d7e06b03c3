package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * A tax on a price.
 *
 * @param type  name of the tax, for the receipt
 * @param tax   rate in %
 * @param stack 0 taxes the net price, 1 that price with the taxes of 0, and so on; absent: 0
 */
@Since(V21)
public record TaxRate(
        @MaxLength(20) String type,
        BigDecimal tax,
        @Range(min = 0) @Nullable Integer stack,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public TaxRate(String type, BigDecimal tax, @Nullable Integer stack) {
        this(type, tax, stack, null);
    }
    /** What the specification requires; the rest absent. */
    public TaxRate(String type, BigDecimal tax) {
        this(type, tax, null, null);
    }
}
