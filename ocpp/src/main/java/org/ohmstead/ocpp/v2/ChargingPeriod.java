package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Stretch of a transaction with one tariff and its consumption.
 *
 * @param startPeriod start; the end is the start of the next one or the end of the transaction
 * @param dimensions  what was consumed, each measure once
 * @param tariffId    tariff in force; absent if the cost came about otherwise
 */
@Since(V21)
public record ChargingPeriod(
        Instant startPeriod,
        @Items(min = 1) @Nullable List<CostDimension> dimensions,
        @MaxLength(60) @Nullable String tariffId,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public ChargingPeriod(Instant startPeriod, @Nullable List<CostDimension> dimensions, @Nullable String tariffId) {
        this(startPeriod, dimensions, tariffId, null);
    }
    /** What the specification requires; the rest absent. */
    public ChargingPeriod(Instant startPeriod) {
        this(startPeriod, null, null, null);
    }
}
