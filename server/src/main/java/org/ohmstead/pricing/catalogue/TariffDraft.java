package org.ohmstead.pricing.catalogue;

import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.ocpi.OcpiTariff;

/**
 * What a tariff is to be, checked.
 *
 * @param ocpiId null: as it is, or its number
 * @param form   without {@code id} and {@code last_updated}, which are those of the tariff and the version
 */
public record TariffDraft(
        String name, @Nullable String note, @Nullable String ocpiId, OcpiTariff form) {
    TariffDraft named(String id) {
        return new TariffDraft(name, note, id, form);
    }
}
