package org.ohmstead.billing.profile;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.drivers.PersonRules;

/** How an organisation bills, as REST takes it. */
@Schema(description = "How an organisation bills")
public record BillingProfileBody(
        @Schema(
                description = "When invoices are made: one for each session, one a month of all that was charged to"
                        + " somebody, or none but by hand. Default: none",
                implementation = Invoicing.class)
        @Nullable
        String invoicing,

        @Schema(description = "As it stands on invoices", examples = "Acme Charging GmbH", maxLength = 200) @Nullable
        String name,

        @Schema(description = "Several lines", maxLength = 1000) @Nullable
        String address,

        @Schema(examples = "DE136695976", maxLength = 50) @Nullable
        String vatNumber,

        @Schema(description = "Such as its number in a register of companies", maxLength = 200) @Nullable
        String registration,

        @Schema(examples = "invoices@acme.example", maxLength = 250) @Nullable
        String email,

        @Schema(description = "Such as a bank account and terms; several lines", maxLength = 1000) @Nullable
        String footer,

        @Schema(
                description = "Of invoices for those of whom none is known, RFC 5646. Default: en",
                examples = "de",
                maxLength = 8)
        @Nullable
        String language,

        @Schema(
                description = "In which a month begins, and in which times on invoices are. Default: UTC",
                examples = "Europe/Berlin")
        @Nullable
        String timeZone,

        @Schema(
                description =
                        "What stands before the numbers of invoices, which each series counts from 1 without a gap."
                                + " Default: INV",
                examples = "INV-2026",
                maxLength = 20)
        @Nullable
        String invoiceSeries,

        @Schema(description = "The same of credit notes. Default: CN", examples = "CN-2026", maxLength = 20) @Nullable
        String creditSeries,

        @Schema(description = "Until an invoice is to be paid. Default: 14", minimum = "0", maximum = "365") @Nullable
        Integer dueDays,

        @Schema(
                description =
                        "Whether a session may take more from a wallet than there is; else the rest is owed. Default:"
                                + " false")
        @Nullable
        Boolean overdraft,

        @Schema(description = "A picture on invoices, of up to 200 kB. Default: none") @Nullable
        BillingLogo logo) {
    private static final Pattern SERIES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/_.-]{0,19}");
    private static final int MOST_DAYS = 365;

    /** A picture. */
    @Schema(name = "BillingLogoBody")
    public record BillingLogo(
            @Schema(
                    enumeration = {"image/png", "image/jpeg"},
                    required = true)
            @Nullable
            String mediaType,

            @Schema(description = "Its bytes in Base64", required = true) @Nullable
            String base64) {
        Logo logo() {
            return new Logo(Objects.requireNonNullElse(mediaType, ""), Objects.requireNonNullElse(base64, ""))
                    .checked();
        }
    }

    static BillingProfileBody of(BillingProfile profile) {
        Seller seller = profile.seller();
        Logo logo = profile.logo();
        return new BillingProfileBody(
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

    /** @throws Refused invalid */
    BillingProfile profile() {
        BillingProfile defaults = BillingProfile.DEFAULT;
        Invoicing when = QueryWords.word("invoicing", Invoicing.class, invoicing);
        PersonRules.language("language", language);
        BillingProfile.Series series = new BillingProfile.Series(
                series("invoiceSeries", invoiceSeries, defaults.series().invoices()),
                series("creditSeries", creditSeries, defaults.series().creditNotes()));
        if (series.invoices().equals(series.creditNotes())) {
            throw Refused.invalid(
                    "creditSeries",
                    "creditSeries is '" + series.creditNotes()
                            + "' as invoiceSeries is; invoices and credit notes are counted apart. Choose another"
                            + " one.");
        }
        return new BillingProfile(
                when == null ? defaults.invoicing() : when,
                seller(),
                Objects.requireNonNullElse(QueryWords.text(language), defaults.language()),
                zone(),
                series,
                days(defaults.dueDays()),
                Boolean.TRUE.equals(overdraft),
                logo == null ? null : logo.logo());
    }

    private Seller seller() {
        PersonRules.text("name", name, 200, false);
        PersonRules.text("address", address, 1000, true);
        PersonRules.text("vatNumber", vatNumber, 50, false);
        PersonRules.text("registration", registration, 200, false);
        PersonRules.email("email", QueryWords.text(email));
        PersonRules.text("footer", footer, 1000, true);
        return new Seller(
                QueryWords.text(name),
                QueryWords.text(address),
                QueryWords.text(vatNumber),
                QueryWords.text(registration),
                QueryWords.text(email),
                QueryWords.text(footer));
    }

    private ZoneId zone() {
        try {
            return timeZone == null ? BillingProfile.DEFAULT.zone() : ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw Refused.invalid(
                    "timeZone",
                    "timeZone is '" + timeZone + "'; allowed is the name of a time zone such as Europe/Berlin or UTC.");
        }
    }

    private int days(int usual) {
        if (dueDays != null && (dueDays < 0 || dueDays > MOST_DAYS)) {
            throw Refused.invalid(
                    "dueDays", "dueDays is " + dueDays + "; allowed is a whole number from 0 to " + MOST_DAYS + ".");
        }
        return dueDays == null ? usual : dueDays;
    }

    private static String series(String field, @Nullable String given, String usual) {
        if (given != null && !SERIES.matcher(given).matches()) {
            throw Refused.invalid(
                    field,
                    field + " is '" + given
                            + "'; allowed are up to 20 letters, digits and / _ . - , beginning with a letter or"
                            + " digit.");
        }
        return given == null ? usual : given;
    }
}
