package org.ohmstead.billing.invoices;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.billing.bills.Bill;
import org.ohmstead.billing.bills.SqlBillStore;
import org.ohmstead.billing.bills.SqlBillStore.Pending;
import org.ohmstead.billing.profile.BillingProfile;
import org.ohmstead.billing.profile.BillingProfiles;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.drivers.Payers;
import org.ohmstead.drivers.Person;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Ledger;
import org.ohmstead.ledger.Money;

/** Makes invoices of charged bills, and shows them. */
@Singleton
public class Invoices {
    /** More go on the next invoice: one that nobody can read is none. */
    static final int MOST_BILLS = 2_000;

    private final SqlInvoiceStore store;
    private final SqlBillStore bills;
    private final Ledger ledger;
    private final Payers payers;
    private final BillingProfiles profiles;
    private final Clock clock;

    @Inject
    public Invoices(
            SqlInvoiceStore store,
            SqlBillStore bills,
            Ledger ledger,
            Payers payers,
            BillingProfiles profiles,
            Clock clock) {
        this.store = store;
        this.bills = bills;
        this.ledger = ledger;
        this.payers = payers;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** @throws Refused not found */
    public Invoice get(Scope scope, long id) {
        return store.find(scope, id)
                .orElseThrow(
                        () -> Refused.notFound("There is no invoice " + id + ". GET /api/v1/invoices lists them."));
    }

    /** The newest first. */
    public Page<Invoice> page(Scope scope, InvoiceFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(scope, filter, limit.rows() + 1, after), limit, row -> Cursor.at(row.id()));
    }

    /** How the organisation bills. */
    BillingProfile profile(Scope scope) {
        return profiles.of(scope);
    }

    /**
     * Puts all that was charged to somebody, and stands on no invoice yet, on one of each currency.
     *
     * @param until charged before
     * @return those that were made, perhaps none
     */
    public List<Invoice> collect(Actor by, @Nullable Holder only, Instant until) {
        List<Invoice> made = new ArrayList<>();
        for (Pending pending : bills.pending(by.scope(), until)) {
            if (only == null || pending.holder().equals(only)) {
                Optional<Invoice> next = collect(by, pending, until);
                while (next.isPresent()) {
                    made.add(next.get());
                    next = Thread.currentThread().isInterrupted() ? Optional.empty() : collect(by, pending, until);
                }
            }
        }
        return made;
    }

    private Optional<Invoice> collect(Actor by, Pending pending, Instant until) {
        Scope scope = by.scope().wholeTenant();
        BillingProfile profile = profiles.of(scope);
        Person buyer = payers.person(scope, pending.holder()).orElseThrow();
        return bills.write(scope, tx -> {
            ledger.hold(tx, scope);
            List<Bill> some = bills.pending(tx, scope, pending, until, MOST_BILLS);
            return some.isEmpty() ? Optional.empty() : Optional.of(issue(tx, by, some, buyer, profile));
        });
    }

    /**
     * Of one bill or credit, within the unit that charges it.
     *
     * @param bill whose payer is known
     */
    Invoice issue(Tx tx, Actor by, Bill bill, BillingProfile profile) {
        Person buyer = payers.person(by.scope(), bill.payer().holder()).orElseThrow();
        return issue(tx, by, List.of(bill), buyer, profile);
    }

    /** The ledger is held, so that numbers are given one at a time. @param some of one holder and currency, at least one */
    private Invoice issue(Tx tx, Actor by, List<Bill> some, Person buyer, BillingProfile profile) {
        Money zero = Money.zero(some.getFirst().net().currency());
        Money net = some.stream().map(Bill::net).reduce(zero, Money::plus);
        Money tax = some.stream().map(Bill::tax).reduce(zero, Money::plus);
        InvoiceKind kind = net.plus(tax).isNegative() || some.stream().allMatch(Bill::isCredit)
                ? InvoiceKind.CREDIT_NOTE
                : InvoiceKind.INVOICE;
        String series = kind == InvoiceKind.INVOICE
                ? profile.series().invoices()
                : profile.series().creditNotes();
        List<InvoiceLine> lines = some.stream().map(InvoiceLine::of).toList();
        Invoice invoice = store.insert(
                tx,
                by.tenant(),
                new Invoice(
                        0,
                        series,
                        store.next(tx, by.tenant(), series),
                        kind,
                        new Invoice.Parties(
                                some.getFirst().payer().holder(),
                                profile.seller(),
                                buyer,
                                Objects.requireNonNullElse(buyer.language(), profile.language())),
                        net,
                        tax,
                        lines,
                        InvoiceTax.of(lines),
                        dates(lines, profile),
                        by.word()));
        bills.invoiced(tx, by.scope(), some, invoice.id());
        return invoice;
    }

    private Invoice.Dates dates(List<InvoiceLine> lines, BillingProfile profile) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Invoice.Dates(
                lines.stream()
                        .map(InvoiceLine::startedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(now),
                lines.stream()
                        .map(InvoiceLine::endedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(now),
                now,
                now.plus(Duration.ofDays(profile.dueDays())));
    }
}
