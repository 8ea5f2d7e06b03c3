package org.ohmstead.payments;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * The money of a payment is ours.
 *
 * @param payment  its number in {@code GET /api/v1/payments/{id}}
 * @param subject  what it is for, in the words of whoever wanted it
 * @param captured what was taken
 * @param debt     the part of the cost that no hold covered, to be had in another way; 0: none
 */
public record PaymentCaptured(
        long tenant,
        @Nullable Long station,
        Instant at,
        long payment,
        String gateway,
        boolean live,
        @Nullable String subject,
        String currency,
        BigDecimal captured,
        BigDecimal debt)
        implements Event {
    @Override
    public String kind() {
        return "payment.captured";
    }
}
