package org.ohmstead.payments;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A payment ended without money: it was given up, or its time was over.
 *
 * @param payment its number in {@code GET /api/v1/payments/{id}}
 * @param subject what it was for, in the words of whoever wanted it
 * @param state   voided or expired
 * @param debt    the cost, if one was told, to be had in another way; 0: none
 */
public record PaymentCancelled(
        long tenant,
        @Nullable Long station,
        Instant at,
        long payment,
        String gateway,
        boolean live,
        @Nullable String subject,
        String currency,
        String state,
        BigDecimal debt)
        implements Event {
    @Override
    public String kind() {
        return "payment.cancelled";
    }
}
