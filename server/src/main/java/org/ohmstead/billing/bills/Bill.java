package org.ohmstead.billing.bills;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.drivers.PaymentMethod;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Money;

/**
 * What a session costs somebody.
 *
 * @param revision of the price; of a credit: of the bill that it takes back
 * @param credited of a credit the number of the bill; 0: it is a bill
 * @param what     the session that it is about
 * @param payer    who pays, and how
 * @param net      without tax; of a credit below 0
 * @param items    of a credit with the other sign
 * @param standing what has become of it
 */
public record Bill(
        long id,
        long session,
        int revision,
        long credited,
        What what,
        Payment payer,
        Money net,
        Money tax,
        List<BillItem> items,
        Standing standing) {
    /** What becomes of a bill. */
    @Schema(name = "BillState")
    public enum State {
        /** Nothing is charged until somebody releases it. */
        HELD,
        /** It is in the ledger. */
        CHARGED,
        /** It was held, and never charged; a later price took its place. */
        REPLACED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The session, as it was when the bill was made. */
    public record What(PricedSession.Place place, @Nullable String token, String tariff, PricedSession.Span span) {}

    /** Who pays, and how. */
    public record Payment(Holder holder, PaymentMethod method) {}

    /**
     * What may change of a bill.
     *
     * @param heldFor   why it is held, or was: provisional; null: it never was
     * @param wallet    what the wallet pays of it
     * @param chargedAt null: not yet
     * @param invoice   number of the invoice that it stands on; null: none
     * @param actor     who made or released it
     */
    public record Standing(
            State state,
            @Nullable String heldFor,
            Money wallet,
            Instant madeAt,
            @Nullable Instant chargedAt,
            @Nullable Long invoice,
            String actor) {}

    public Bill {
        items = List.copyOf(items);
    }

    public boolean isCredit() {
        return credited != 0;
    }

    public Money total() {
        return net.plus(tax);
    }

    public Bill withId(long number) {
        return new Bill(number, session, revision, credited, what, payer, net, tax, items, standing);
    }

    Bill with(Standing other) {
        return new Bill(id, session, revision, credited, what, payer, net, tax, items, other);
    }

    Bill charged(Money wallet, Instant at, String actor) {
        return with(new Standing(
                State.CHARGED, standing.heldFor(), wallet, standing.madeAt(), at, standing.invoice(), actor));
    }

    /** What takes it back as a whole. */
    Bill credit(Instant at, String actor) {
        return new Bill(
                0,
                session,
                revision,
                id,
                what,
                payer,
                net.negated(),
                tax.negated(),
                items.stream().map(BillItem::negated).toList(),
                new Standing(State.CHARGED, null, standing.wallet().negated(), at, at, null, actor));
    }

    /** Whether it asks the same of the same. */
    boolean isSame(Bill other) {
        return net.equals(other.net)
                && tax.equals(other.tax)
                && payer.equals(other.payer)
                && items.size() == other.items.size()
                && IntStream.range(0, items.size()).allMatch(i -> items.get(i).isSame(other.items.get(i)));
    }
}
