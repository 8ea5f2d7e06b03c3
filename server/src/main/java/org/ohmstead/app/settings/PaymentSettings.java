package org.ohmstead.app.settings;

import java.time.Duration;

/** What drivers are told of payments and costs, and how long payments of our own may be in doubt. */
public record PaymentSettings(
        @Setting(
                value = "Where drivers who have paid at a terminal find their receipt, which the station is told as it"
                        + " reports the settlement: a URL with {station} and {pspRef} for the identity of the"
                        + " station and the reference of the payment service provider, such as"
                        + " https://example.org/receipts/{pspRef}. Empty: stations make receipts themselves.",
                fallback = "")
        String receiptUrl,

        @Setting(
                value = "How often at most a 2.x station is told what a session costs while it runs, where a tariff"
                        + " applies: in the answer to an event (2.1) or by a CostUpdated (2.0.1). What it came to"
                        + " in the end a station is told in any case.",
                fallback = "60s",
                off = "off",
                min = "1s",
                max = "1d")
        Duration costUpdateInterval,

        @Setting(
                value = "After how long without news a provider of payments is asked how a payment stands that is in a"
                        + " state to pass through: because an answer or a webhook was lost.",
                fallback = "5m",
                min = "1m",
                max = "1d")
        Duration paymentReconcileAfter) {}
