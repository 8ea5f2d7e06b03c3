package org.ohmstead.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Money that moves, as one thing that is done or not.
 *
 * @param key     what it is, such as {@code bill/17}: what has been posted under it is not posted again
 * @param note    for people; null: none
 * @param entries at least two, of one currency, whose sum is zero
 * @param mayOverdraw whether a wallet may go below zero by it
 */
public record Posting(String key, Kind kind, @Nullable String note, List<Entry> entries, boolean mayOverdraw) {
    /** Why money moves. */
    public enum Kind {
        TOP_UP,
        PAYOUT,
        BILL,
        CREDIT,
        PAYMENT,
        REFUND;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** @throws IllegalArgumentException the entries do not add up: a fault of ours, and nothing is written */
    public Posting {
        entries = List.copyOf(entries);
        if (entries.size() < 2) {
            throw new IllegalArgumentException("posting " + key + " has " + entries.size() + " entries; it takes two");
        }
        Money sum = Money.zero(entries.getFirst().amount().currency());
        for (Entry entry : entries) {
            sum = sum.plus(entry.amount());
            if (entry.amount().isZero()) {
                throw new IllegalArgumentException("posting " + key + " moves nothing at " + entry.account());
            }
        }
        if (!sum.isZero()) {
            throw new IllegalArgumentException("posting " + key + " does not add up: " + sum + " are left");
        }
    }

    public String currency() {
        return entries.getFirst().amount().currency();
    }

    public static Draft draft(String key, Kind kind) {
        return new Draft(key, kind);
    }

    /** The same money back. */
    public static Draft reversal(String key, Kind kind, List<Entry> of) {
        Draft draft = new Draft(key, kind);
        of.forEach(entry -> draft.debit(entry.account(), entry.amount().negated()));
        return draft;
    }

    /** One that is being put together; what moves nothing is left out. */
    public static final class Draft {
        private final String key;
        private final Kind kind;
        private final List<Entry> entries = new ArrayList<>();
        private @Nullable String note;
        private boolean mayOverdraw;

        private Draft(String key, Kind kind) {
            this.key = key;
            this.kind = kind;
        }

        public Draft debit(Account account, Money amount) {
            if (!amount.isZero()) {
                entries.add(new Entry(account, amount));
            }
            return this;
        }

        public Draft credit(Account account, Money amount) {
            return debit(account, amount.negated());
        }

        public Draft note(@Nullable String text) {
            note = text;
            return this;
        }

        public Draft mayOverdraw(boolean may) {
            mayOverdraw = may;
            return this;
        }

        public boolean movesNothing() {
            return entries.isEmpty();
        }

        public Posting posting() {
            return new Posting(key, kind, note, entries, mayOverdraw);
        }
    }
}
