package org.ohmstead.pricing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.ocpi.OcpiCdr;
import org.ohmstead.pricing.ocpi.OcpiTariff;

/** What is to be priced, and by what. */
@Schema(name = "TariffPricing")
public record PriceBody(
        @Schema(
                description =
                        "Of the place, by its name: restrictions by time of day, date and day of the week are local",
                required = true,
                examples = "Asia/Tashkent")
        @Nullable
        String timeZone,

        @Schema(required = true) @Nullable OcpiTariff tariff,

        @Schema(required = true) @Nullable OcpiCdr cdr) {}
