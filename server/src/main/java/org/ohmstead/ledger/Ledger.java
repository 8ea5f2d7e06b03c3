package org.ohmstead.ledger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;

/** The books of all tenants. */
@Singleton
public class Ledger {
    private final SqlLedgerStore store;
    private final Clock clock;

    @Inject
    public Ledger(SqlLedgerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Posts within a unit of work: its money moves with the commit of what it is for, or neither happens. From here to the commit
     * nobody else posts for the tenant, so that a balance that was read in the unit still stands when it posts.
     *
     * @return false: it has been posted under this key already, and nothing was done
     * @throws Refused in conflict: a wallet would be below zero; or something else has been posted under this key
     */
    public boolean post(Tx tx, Actor by, Posting posting) {
        long tenant = by.tenant();
        store.hold(tx, tenant);
        Optional<StoredPosting> standing = store.find(tx, by.scope(), posting.key());
        if (standing.isPresent()) {
            mustBeTheSame(standing.get().posting(), posting);
            return false;
        }
        store.insert(tx, tenant, posting, by.word(), now());
        for (Entry entry : posting.entries()) {
            store.move(tx, tenant, entry);
        }
        if (!posting.mayOverdraw()) {
            posting.entries().forEach(entry -> mustBeCovered(tx, by, entry));
        }
        return true;
    }

    private static void mustBeTheSame(Posting standing, Posting posting) {
        if (!standing.entries().equals(posting.entries())) {
            throw Refused.conflict(
                    null,
                    "Something else has been posted as '" + posting.key()
                            + "' already. What was posted is never changed; use another key for another thing.");
        }
    }

    /** Only what takes from a wallet may be refused: what fills one that is below zero is welcome. */
    private void mustBeCovered(Tx tx, Actor by, Entry entry) {
        if (entry.account().kind() == Account.Kind.WALLET && entry.amount().isPositive()) {
            Money after = store.balance(
                    tx, by.scope(), entry.account(), entry.amount().currency());
            if (after.isPositive()) {
                throw Refused.conflict(
                        "amount",
                        "The wallet has " + after.negated().plus(entry.amount()) + ", and " + entry.amount()
                                + " are to be taken from it. Take less, or top it up first.");
            }
        }
    }

    /** Within a unit: from now to its commit nobody else posts for the tenant, so that what was looked at still stands. */
    public void hold(Tx tx, Scope scope) {
        store.hold(tx, scope.tenant());
    }

    /** What stands on an account, debit above 0; within a unit, and from then on nobody else posts until its commit. */
    public Money balance(Tx tx, Scope scope, Account account, String currency) {
        store.hold(tx, scope.tenant());
        return store.balance(tx, scope, account, currency);
    }

    /** What somebody may spend: of each currency that was ever in the wallet. Below 0: owed. */
    public List<Money> wallet(Scope scope, Holder holder) {
        return store.balances(scope, Account.wallet(holder)).stream()
                .map(Money::negated)
                .toList();
    }

    /** What somebody owes, of each currency. */
    public List<Money> owed(Scope scope, Holder holder) {
        return store.balances(scope, Account.receivable(holder));
    }

    /** What was posted under a key; within a unit. */
    public Optional<StoredPosting> find(Tx tx, Scope scope, String key) {
        return store.find(tx, scope, key);
    }

    public Totals totals(Scope scope) {
        return store.totals(scope);
    }

    /** The newest first. */
    public Page<StoredPosting> page(Scope scope, PostingFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(scope, filter, limit.rows() + 1, after), limit, row -> Cursor.at(row.number()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
