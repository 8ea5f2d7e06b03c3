package org.ohmstead.payments;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.api.Refused;
import org.ohmstead.payments.state.Money;

/** A payment to be made. */
@Schema(name = "PaymentBody")
public record PaymentBody(
        @Schema(
                description = "Yours, unique within the organisation: sent again with the same it is the same payment."
                        + " Absent: each is another",
                examples = "session-17")
        @Nullable
        String key,

        @Schema(description = "stripe, payme, click, invoice or test", examples = "test", required = true) @Nullable
        String gateway,

        @Schema(description = "test or live. Default: test", examples = "test") @Nullable
        String mode,

        @Schema(
                description = "To be held; where the provider knows no holds, to be paid at once",
                examples = "25.00",
                required = true,
                minimum = "0")
        @Nullable
        BigDecimal amount,

        @Schema(description = "ISO 4217", examples = "EUR", required = true) @Nullable
        String currency,

        @Schema(description = "What it is for; stands in its events", examples = "session:17") @Nullable
        String subject,

        @Schema(description = "For the driver") @Nullable String description,

        @Schema(
                description =
                        "How it is paid, in the provider's words, such as a payment method of Stripe. Never a card's"
                                + " number. Absent: the driver chooses")
        @Nullable
        String method,

        @Schema(description = "Where the driver comes back to from the provider's page") @Nullable
        String returnUrl) {
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST = 250;
    private static final int LONGEST_URL = 1000;

    /** @throws Refused invalid naming the field */
    NewPayment wanted() {
        if (gateway == null || gateway.isBlank()) {
            throw Refused.invalid(
                    "gateway", "gateway is missing; GET /api/v1/payment-gateways lists those that are set up.");
        }
        Currency in = Money.currency("currency", currency);
        String own = text("key", key, LONGEST_KEY);
        return new NewPayment(
                own == null ? "own-" + RandomSecrets.make() : own,
                gateway.strip(),
                live("mode", mode, false),
                Money.of("amount", amount, in),
                text("subject", subject, LONGEST),
                text("description", description, LONGEST),
                method(text("method", method, LONGEST)),
                url(text("returnUrl", returnUrl, LONGEST_URL)));
    }

    static boolean live(String field, @Nullable String mode, boolean usual) {
        return switch (mode == null || mode.isBlank() ? (usual ? "live" : "test") : mode.strip()) {
            case "live" -> true;
            case "test" -> false;
            default -> throw Refused.invalid(field, field + " is '" + mode + "'; allowed are test and live.");
        };
    }

    /** Null where it is absent or blank. */
    static @Nullable String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String whole = text.strip();
        if (whole.length() > longest) {
            throw Refused.invalid(
                    field, field + " has " + whole.length() + " characters; allowed are up to " + longest + ".");
        }
        if (whole.codePoints().anyMatch(PaymentBody::isHalf)) {
            throw Refused.invalid(
                    field, field + " has half a character (an unpaired surrogate); allowed is any whole one.");
        }
        return whole;
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /** Whoever sends a card's number here makes us a place where cards are kept (PCI DSS), which is refused before it is stored. */
    private static @Nullable String method(@Nullable String method) {
        if (method != null && method.replaceAll("[ -]", "").matches("\\d{12,19}")) {
            throw Refused.invalid(
                    "method",
                    "method looks like the number of a card, which must not come here. Give the card to the provider,"
                            + " and send what it calls it.");
        }
        return method;
    }

    private static @Nullable String url(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException broken) {
            throw wrongUrl(url);
        }
        throw wrongUrl(url);
    }

    private static Refused wrongUrl(String url) {
        return Refused.invalid(
                "returnUrl", "returnUrl is '" + url + "'; allowed is a URL with https, such as https://example.org/.");
    }
}
