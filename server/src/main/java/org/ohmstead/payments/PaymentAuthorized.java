package org.ohmstead.payments;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * Money is held for a payment, or, where it is paid later by invoice, it was accepted.
 *
 * @param payment its number in {@code GET /api/v1/payments/{id}}
 * @param subject what it is for, in the words of whoever wanted it
 * @param held    what may be taken at most
 */
public record PaymentAuthorized(
        long tenant,
        @Nullable Long station,
        Instant at,
        long payment,
        String gateway,
        boolean live,
        @Nullable String subject,
        String currency,
        BigDecimal held)
        implements Event {
    @Override
    public String kind() {
        return "payment.authorized";
    }
}
