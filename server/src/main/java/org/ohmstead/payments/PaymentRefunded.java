package org.ohmstead.payments;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * Money went back to the driver.
 *
 * @param payment  its number in {@code GET /api/v1/payments/{id}}
 * @param subject  what it was for, in the words of whoever wanted it
 * @param refunded what went back this time; negative: a refund that was done came back after all
 * @param total    what went back so far
 */
public record PaymentRefunded(
        long tenant,
        @Nullable Long station,
        Instant at,
        long payment,
        String gateway,
        boolean live,
        @Nullable String subject,
        String currency,
        BigDecimal refunded,
        BigDecimal total)
        implements Event {
    @Override
    public String kind() {
        return "payment.refunded";
    }
}
