package org.ohmstead.billing.bills;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.drivers.PaymentMethod;
import org.ohmstead.ledger.Holder;

/** A bill as the API shows it. */
@Schema(name = "Bill")
public record BillView(
        long id,
        long session,

        @Schema(description = "Of the price; of a credit: of the bill that it takes back")
        int revision,

        @Schema(description = "Of a credit: the bill that it takes back; null: it is a bill") @Nullable
        Long credited,

        @Schema(
                implementation = Bill.State.class,
                description =
                        "held: nothing is charged until somebody releases it; replaced: it was held, and a later price"
                                + " came")
        String state,

        @Schema(description = "Why it is held, or was", examples = "provisional") @Nullable
        String heldFor,

        @Schema(description = "Identity of the station") String station,
        @Nullable String token,
        @Schema(description = "Its id") String tariff,

        @Schema(implementation = Holder.Kind.class, description = "Who pays")
        String holder,

        @Schema(description = "Number of the driver or company; 0: nobody")
        long holderId,

        @Schema(implementation = PaymentMethod.class) String paymentMethod,
        @Schema(examples = "EUR") String currency,

        @Schema(description = "Without tax; of a credit below 0")
        BigDecimal exclVat,

        BigDecimal tax,
        @Schema(description = "With tax") BigDecimal inclVat,
        @Schema(description = "What the wallet pays of it") BigDecimal fromWallet,
        List<BillItem> items,
        @Nullable BigDecimal energyWh,
        Instant startedAt,
        Instant endedAt,
        Instant madeAt,
        @Schema(description = "null: not yet") @Nullable Instant chargedAt,

        @Schema(description = "Number of the invoice that it stands on; null: none yet") @Nullable
        Long invoice,

        @Schema(description = "Who made or released it", examples = "server:billing")
        String actor) {
    public BillView {
        items = List.copyOf(items);
    }

    static BillView of(Bill bill) {
        Bill.What what = bill.what();
        Bill.Standing standing = bill.standing();
        return new BillView(
                bill.id(),
                bill.session(),
                bill.revision(),
                bill.isCredit() ? bill.credited() : null,
                standing.state().word(),
                standing.heldFor(),
                what.place().identity(),
                what.token(),
                what.tariff(),
                bill.payer().holder().kind().word(),
                bill.payer().holder().id(),
                bill.payer().method().word(),
                bill.net().currency(),
                bill.net().amount(),
                bill.tax().amount(),
                bill.total().amount(),
                standing.wallet().amount(),
                bill.items(),
                what.span().energyWh(),
                what.span().startedAt(),
                what.span().endedAt(),
                standing.madeAt(),
                standing.chargedAt(),
                standing.invoice(),
                standing.actor());
    }
}
