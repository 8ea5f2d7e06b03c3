package org.ohmstead.pricing.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.ocpi.OcpiTariff;
import org.ohmstead.pricing.ocpi.TariffForm;
import org.ohmstead.pricing.tariff.Tariff;

/**
 * A tariff of the operator, in one of its versions.
 *
 * @param name      for the operator's people
 * @param ocpiId    partners know it by this
 * @param newest    the number of its newest version
 * @param version   this one
 * @param createdAt when there was its first version
 * @param updatedAt when anything of it last changed, its name included
 */
public record OperatorTariff(
        long id,
        String name,
        @Nullable String note,
        String ocpiId,
        boolean archived,
        int newest,
        Version version,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What it says, from a time on.
     *
     * @param number from 1
     * @param form   as OCPI 2.2.1 has it, with the words for drivers
     * @param at     from when on it is the newest
     * @param by     who made it
     */
    public record Version(int number, OcpiTariff form, Instant at, String by) {}

    /** What it means. */
    public Tariff tariff() {
        return TariffForm.read("tariff", version.form());
    }
}
