package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * A limit from a state of charge on.
 *
 * @param soc   state of charge, in %
 * @param limit greatest rate above it, in the unit of the schedule
 */
@Since(V21)
public record LimitAtSoC(
        @Range(min = 0, max = 100) int soc,
        BigDecimal limit,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public LimitAtSoC(int soc, BigDecimal limit) {
        this(soc, limit, null);
    }
}
