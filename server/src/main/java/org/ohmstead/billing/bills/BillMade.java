package org.ohmstead.billing.bills;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * There is a bill or a credit, or what has become of one has changed.
 *
 * @param state    held, charged or replaced
 * @param credited of a credit: the bill; 0: it is a bill
 * @param holder   nobody, driver or company
 * @param amount   with tax; of a credit below 0
 * @param wallet   what the wallet pays of it
 */
public record BillMade(
        long tenant,
        @Nullable Long station,
        Instant at,
        String identity,
        long bill,
        long session,
        int revision,
        long credited,
        String state,
        String holder,
        long holderId,
        String currency,
        BigDecimal amount,
        BigDecimal wallet)
        implements Event {
    static BillMade of(long tenant, Instant at, Bill bill) {
        return new BillMade(
                tenant,
                bill.what().place().station(),
                at,
                bill.what().place().identity(),
                bill.id(),
                bill.session(),
                bill.revision(),
                bill.credited(),
                bill.standing().state().word(),
                bill.payer().holder().kind().word(),
                bill.payer().holder().id(),
                bill.net().currency(),
                bill.total().amount(),
                bill.standing().wallet().amount());
    }

    @Override
    public String kind() {
        return "bill." + (credited != 0 ? "credited" : state);
    }
}
