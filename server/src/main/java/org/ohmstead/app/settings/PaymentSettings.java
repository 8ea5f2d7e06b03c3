package org.ohmstead.app.settings;

/** What drivers are told who pay at the station. */
public record PaymentSettings(
        @Setting(
                value = "Where drivers who have paid at a terminal find their receipt, which the station is told as it"
                        + " reports the settlement: a URL with {station} and {pspRef} for the identity of the"
                        + " station and the reference of the payment service provider, such as"
                        + " https://example.org/receipts/{pspRef}. Empty: stations make receipts themselves.",
                fallback = "")
        String receiptUrl) {}
