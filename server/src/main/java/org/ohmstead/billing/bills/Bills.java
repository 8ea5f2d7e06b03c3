package org.ohmstead.billing.bills;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.ledger.Ledger;

/** Bills, to be looked at and released. */
@Singleton
public class Bills {
    private final SqlBillStore store;
    private final Billing billing;
    private final Ledger ledger;
    private final AuditLog audit;

    @Inject
    public Bills(SqlBillStore store, Billing billing, Ledger ledger, AuditLog audit) {
        this.store = store;
        this.billing = billing;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** @throws Refused not found */
    public Bill get(Scope scope, long id) {
        return store.find(scope, id).orElseThrow(() -> none(id));
    }

    /**
     * Charges one that is held: somebody has looked at it.
     *
     * @throws Refused not found; in conflict: it is not held
     */
    public Bill release(Actor by, long id) {
        get(by.scope(), id);
        return store.write(by.scope().wholeTenant(), tx -> {
            ledger.hold(tx, by.scope());
            Bill standing = store.find(tx, by.scope(), id).orElseThrow(() -> none(id));
            if (standing.standing().state() != Bill.State.HELD) {
                throw Refused.conflict(
                        null,
                        "Bill " + id + " is " + standing.standing().state().word()
                                + "; only one that is held is released.");
            }
            Bill released = billing.release(tx, by, standing);
            audit.record(
                    tx,
                    by,
                    AuditEntry.done(
                            "bill",
                            id,
                            "released",
                            Map.of("amount", released.total().toString())));
            return released;
        });
    }

    /** The newest first. */
    public Page<Bill> page(Scope scope, BillFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(scope, filter, limit.rows() + 1, after), limit, row -> Cursor.at(row.id()));
    }

    private static Refused none(long id) {
        return Refused.notFound("There is no bill " + id + ". GET /api/v1/bills lists them.");
    }
}
