package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;

/**
 * Prices of a mobility operator over time, for an EV that speaks ISO 15118-2.
 *
 * @param id                     identifier, unique within the session
 * @param salesTariffEntry       the prices, one after another in time
 * @param salesTariffDescription text for the driver
 * @param numEPriceLevels        how many price levels there are in all tariffs
 */
public record SalesTariff(
        @Range(min = 0, since = V21) int id,
        @Items(min = 1, max = 1024) List<SalesTariffEntry> salesTariffEntry,
        @MaxLength(32) @Nullable String salesTariffDescription,
        @Range(min = 0, since = V21) @Nullable Integer numEPriceLevels,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public SalesTariff(
            int id,
            List<SalesTariffEntry> salesTariffEntry,
            @Nullable String salesTariffDescription,
            @Nullable Integer numEPriceLevels) {
        this(id, salesTariffEntry, salesTariffDescription, numEPriceLevels, null);
    }
    /** What the specification requires; the rest absent. */
    public SalesTariff(int id, List<SalesTariffEntry> salesTariffEntry) {
        this(id, salesTariffEntry, null, null, null);
    }
}
