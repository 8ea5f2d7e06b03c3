package org.ohmstead.adhocpayment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What stations are told about payments at their terminals.
 *
 * @param receiptUrl where drivers find receipts, with {@code {station}} and {@code {pspRef}} for what stands there; empty: the
 *                   station makes them itself
 */
public record AdHocPaymentSettings(String receiptUrl) {
    public static AdHocPaymentSettings defaults() {
        return new AdHocPaymentSettings("");
    }

    Optional<String> receipt(String station, String pspRef) {
        return receiptUrl.isBlank()
                ? Optional.empty()
                : Optional.of(receiptUrl.replace("{station}", encoded(station)).replace("{pspRef}", encoded(pspRef)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
