package org.ohmstead.adhocpayment;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A payment at a terminal was settled, or is no more what it was.
 *
 * @param settlement    its number in {@code GET /api/v1/settlements/{id}}
 * @param transactionId the station's id of the session; null: nothing was charged
 * @param amount        with taxes, in the currency of the station
 * @param before        the status that it had before; null: this is the first report of it
 */
public record SettlementReported(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long settlement,
        String pspRef,
        @Nullable String transactionId,
        String status,
        BigDecimal amount,
        @Nullable String before)
        implements Event {
    @Override
    public String kind() {
        return "settlement.reported";
    }
}
