package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * Amount of one measure in a period.
 *
 * @param type   measure
 * @param volume amount, in the unit of the type; the schema names none
 */
@Since(V21)
public record CostDimension(
        CostDimensionKind type, BigDecimal volume, @Nullable CustomData customData) {
    /** All but vendor data. */
    public CostDimension(CostDimensionKind type, BigDecimal volume) {
        this(type, volume, null);
    }
}
