package org.ohmstead.ledger;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account of an organisation: what it is for, and of whom. */
public record Account(Kind kind, Holder holder) {
    /** What accounts are for. Debit is above 0, credit below. */
    @Schema(name = "LedgerAccountKind")
    public enum Kind {
        /** What somebody has paid before charging: we owe it, so it stands in credit. */
        WALLET(true),
        /** What somebody owes us. */
        RECEIVABLE(false),
        /** Earned, without tax. */
        REVENUE(true),
        /** Tax in what was earned, which is owed to the state. */
        TAX(true),
        /** Earned, and given back without a credit note. */
        REFUND(false),
        /** Money on its way, between whoever pays and the bank. */
        CLEARING(false);

        private final boolean isOfCredit;

        Kind(boolean isOfCredit) {
            this.isOfCredit = isOfCredit;
        }

        /** Whether it usually stands in credit, so that people want to see it with the other sign. */
        public boolean isOfCredit() {
            return isOfCredit;
        }

        /** As it stands in the database and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no account is a " + word));
        }
    }

    public static final Account REVENUE = new Account(Kind.REVENUE, Holder.NOBODY);
    public static final Account TAX = new Account(Kind.TAX, Holder.NOBODY);
    public static final Account REFUND = new Account(Kind.REFUND, Holder.NOBODY);
    public static final Account CLEARING = new Account(Kind.CLEARING, Holder.NOBODY);

    public static Account wallet(Holder of) {
        return new Account(Kind.WALLET, of);
    }

    public static Account receivable(Holder of) {
        return new Account(Kind.RECEIVABLE, of);
    }
}
