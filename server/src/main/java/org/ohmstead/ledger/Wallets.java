package org.ohmstead.ledger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;

/** Money that somebody receives or pays out by hand. */
@Singleton
public class Wallets {
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_KEY = 100;

    private final Ledger ledger;
    private final SqlLedgerStore store;
    private final AuditLog audit;

    @Inject
    public Wallets(Ledger ledger, SqlLedgerStore store, AuditLog audit) {
        this.ledger = ledger;
        this.store = store;
        this.audit = audit;
    }

    /**
     * Money was received for a wallet, or for what is owed; below 0: it was paid out.
     *
     * @param account a wallet or what somebody owes
     * @param key     by which a repetition is known, and does nothing
     * @throws Refused invalid: nothing; in conflict: more is to be paid out than the wallet has, or another amount came with this key
     */
    public StoredPosting move(Actor by, Account account, Money amount, String key, @Nullable String note) {
        check(amount, key, note);
        String of = account.kind().word() + "/" + account.holder().word();
        Posting posting = Posting.draft("by-hand/" + of + "/" + key, kind(account, amount))
                .debit(Account.CLEARING, amount)
                .credit(account, amount)
                .note(note)
                .posting();
        return store.write(by.scope(), tx -> {
            if (ledger.post(tx, by, posting)) {
                audit.record(tx, by, AuditEntry.done("money", of, "moved", Map.of("amount", amount.toString())));
            }
            return ledger.find(tx, by.scope(), posting.key()).orElseThrow();
        });
    }

    private static Posting.Kind kind(Account account, Money amount) {
        if (account.kind() == Account.Kind.WALLET) {
            return amount.isNegative() ? Posting.Kind.PAYOUT : Posting.Kind.TOP_UP;
        }
        return amount.isNegative() ? Posting.Kind.REFUND : Posting.Kind.PAYMENT;
    }

    private static void check(Money amount, String key, @Nullable String note) {
        if (amount.isZero()) {
            throw Refused.invalid(
                    "amount", "amount is 0; say how much was received, or below 0 how much was paid out.");
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid(
                    "Idempotency-Key",
                    "Idempotency-Key has " + key.length() + " characters; allowed are 1 to " + LONGEST_KEY
                            + " printable ones.");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refused.invalid(
                    "note", "note has " + note.length() + " characters; allowed are up to " + LONGEST_NOTE + ".");
        }
    }
}
