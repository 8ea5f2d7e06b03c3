package org.ohmstead.billing.bills;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ledger.Holder;

/** Which bills of a list; null: any. @param invoice that they stand on */
public record BillFilter(
        @Nullable Long session,
        @Nullable Long station,
        @Nullable Holder holder,
        Bill.@Nullable State state,
        @Nullable Long invoice) {
    public static final BillFilter ALL = new BillFilter(null, null, null, null, null);

    public static BillFilter of(Holder holder) {
        return new BillFilter(null, null, holder, null, null);
    }
}
