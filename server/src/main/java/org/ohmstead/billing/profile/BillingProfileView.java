package org.ohmstead.billing.profile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an organisation bills, as REST shows it. */
@Schema(name = "BillingProfile")
public record BillingProfileView(
        @Schema(implementation = Invoicing.class, description = "When invoices are made")
        String invoicing,

        @Nullable String name,
        @Nullable String address,
        @Nullable String vatNumber,
        @Nullable String registration,
        @Nullable String email,
        @Nullable String footer,

        @Schema(description = "Of invoices for those of whom none is known", examples = "de")
        String language,

        @Schema(description = "In which a month begins", examples = "Europe/Berlin")
        String timeZone,

        @Schema(examples = "INV") String invoiceSeries,
        @Schema(examples = "CN") String creditSeries,
        int dueDays,

        @Schema(description = "Whether a session may take more from a wallet than there is")
        boolean overdraft,

        @Nullable BillingLogo logo) {

    /** A picture. */
    @Schema(name = "BillingLogo")
    public record BillingLogo(
            @Schema(examples = "image/png") String mediaType,
            @Schema(description = "Its bytes in Base64") String base64) {}

    static BillingProfileView of(BillingProfile profile) {
        Seller seller = profile.seller();
        Logo logo = profile.logo();
        return new BillingProfileView(
                profile.invoicing().word(),
                seller.name(),
                seller.address(),
                seller.vatNumber(),
                seller.registration(),
                seller.email(),
                seller.footer(),
                profile.language(),
                profile.zone().getId(),
                profile.series().invoices(),
                profile.series().creditNotes(),
                profile.dueDays(),
                profile.overdraft(),
                logo == null ? null : new BillingLogo(logo.mediaType(), logo.base64()));
    }
}
