package org.ohmstead.billing.personal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.billing.bills.Bill;
import org.ohmstead.billing.bills.BillFilter;
import org.ohmstead.billing.bills.Bills;
import org.ohmstead.billing.bills.SqlBillStore;
import org.ohmstead.billing.invoices.Invoice;
import org.ohmstead.billing.invoices.InvoiceFilter;
import org.ohmstead.billing.invoices.Invoices;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.drivers.Drivers;
import org.ohmstead.drivers.StoredDriver;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Ledger;
import org.ohmstead.ledger.Money;
import org.ohmstead.ledger.PostingFilter;
import org.ohmstead.ledger.StoredPosting;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Tokens;

/** All that is kept of a driver, and its end. */
@Singleton
public class DriverData {
    private static final Limit PORTION = new Limit(Limit.LARGEST);

    private final Drivers drivers;
    private final Tokens tokens;
    private final Bills bills;
    private final Invoices invoices;
    private final Ledger ledger;
    private final SqlBillStore store;

    @Inject
    public DriverData(
            Drivers drivers, Tokens tokens, Bills bills, Invoices invoices, Ledger ledger, SqlBillStore store) {
        this.drivers = drivers;
        this.tokens = tokens;
        this.bills = bills;
        this.invoices = invoices;
        this.ledger = ledger;
        this.store = store;
    }

    /** All of it. Sessions and tokens' uses stand by the values of the tokens in their own lists. */
    public record Kept(
            StoredDriver driver,
            List<StoredToken> tokens,
            List<Money> wallet,
            List<Money> owed,
            List<StoredPosting> postings,
            List<Bill> bills,
            List<Invoice> invoices) {}

    /** @throws Refused not found */
    public Kept of(Scope scope, long id) {
        StoredDriver driver = drivers.get(scope, id);
        Holder holder = Holder.driver(id);
        return new Kept(
                driver,
                tokens(scope, driver),
                ledger.wallet(scope, holder),
                ledger.owed(scope, holder),
                all(after -> ledger.page(scope, new PostingFilter(null, holder), PORTION, after)),
                all(after -> bills.page(scope, BillFilter.of(holder), PORTION, after)),
                all(after -> invoices.page(scope, InvoiceFilter.of(holder), PORTION, after)));
    }

    private List<StoredToken> tokens(Scope scope, StoredDriver driver) {
        return driver.driver().tokens().stream()
                .map(token -> tokens.get(scope, token))
                .toList();
    }

    private static <T> List<T> all(Function<@Nullable Cursor, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        Page<T> page = pages.apply(null);
        all.addAll(page.items());
        for (Cursor next = Cursor.of(page.next()); next != null; next = Cursor.of(page.next())) {
            page = pages.apply(next);
            all.addAll(page.items());
        }
        return all;
    }

    /**
     * Erases what tells who a driver is: name, contact, tokens, and with which tokens bills were made. Bills, invoices and the ledger
     * stay, as the law wants it, and know a number.
     *
     * @throws Refused not found; in conflict: money is still to be paid or paid out, or the driver was erased already
     */
    public StoredDriver erase(Actor by, long id) {
        Scope scope = by.scope();
        StoredDriver before = drivers.get(scope, id);
        List<StoredToken> theirs = tokens(scope, before);
        boolean wasInterrupted = before.erasedAt() != null && !theirs.isEmpty();
        if (!wasInterrupted) {
            store.write(scope, tx -> erase(tx, by, id, theirs));
        }
        theirs.forEach(token -> tokens.delete(by, token.id(), any -> {}));
        return drivers.get(scope, id);
    }

    private StoredDriver erase(Tx tx, Actor by, long id, List<StoredToken> theirs) {
        Scope scope = by.scope();
        ledger.hold(tx, scope);
        mustBeSettled(scope, id);
        store.forgetTokens(
                tx, scope, id, theirs.stream().map(each -> each.token().value()).toList());
        return drivers.erase(tx, by, id);
    }

    private void mustBeSettled(Scope scope, long id) {
        Holder holder = Holder.driver(id);
        List<Money> left = new ArrayList<>(ledger.wallet(scope, holder));
        left.addAll(ledger.owed(scope, holder));
        left.removeIf(Money::isZero);
        if (!left.isEmpty()) {
            throw Refused.conflict(
                    null,
                    "Driver " + id + " has or owes " + left
                            + ". Pay out what is in the wallet with POST /api/v1/drivers/" + id
                            + "/wallet, and take note of what was paid with POST /api/v1/drivers/" + id
                            + "/payments, first.");
        }
    }
}
