package org.ohmstead.payments;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * Something was not done with a payment.
 *
 * @param payment   its number in {@code GET /api/v1/payments/{id}}
 * @param subject   what it is for, in the words of whoever wanted it
 * @param operation authorize, capture, refund or cancel
 * @param code      why, in a word of the provider or of our own
 * @param amount    that was asked for
 * @param debt      of the cost what is not paid, to be had in another way; 0: none
 */
public record PaymentFailed(
        long tenant,
        @Nullable Long station,
        Instant at,
        long payment,
        String gateway,
        boolean live,
        @Nullable String subject,
        String currency,
        String operation,
        String code,
        BigDecimal amount,
        BigDecimal debt)
        implements Event {
    @Override
    public String kind() {
        return "payment.failed";
    }
}
