package org.ohmstead.pricing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.pricing.ocpi.OcpiTariff;
import org.ohmstead.pricing.ocpi.TariffForm;
import org.ohmstead.pricing.tariff.Tariff;

/** A tariff that somebody is about to make, and a session to see what it does. */
@Schema(name = "TariffPreviewing")
public record PreviewBody(
        @Schema(description = "Of the place, by its name", required = true, examples = "Asia/Tashkent") @Nullable
        String timeZone,

        @Schema(description = "This or simple") @Nullable OcpiTariff tariff,

        @Schema(description = "This or tariff") @Nullable SimpleTariffBody simple,

        @Schema(required = true) @Nullable MadeUpSession session) {

    Tariff read() {
        if (tariff != null && simple != null) {
            throw Refused.invalid("simple", "Both tariff and simple are there; send one of them.");
        }
        return simple == null
                ? TariffForm.read("tariff", tariff)
                : simple.read("simple").full();
    }
}
