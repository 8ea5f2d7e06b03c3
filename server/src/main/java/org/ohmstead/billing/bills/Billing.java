package org.ohmstead.billing.bills;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.billing.bills.Bill.State;
import org.ohmstead.billing.profile.BillingProfile;
import org.ohmstead.billing.profile.BillingProfiles;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.drivers.Payer;
import org.ohmstead.drivers.Payers;
import org.ohmstead.ledger.Account;
import org.ohmstead.ledger.Ledger;
import org.ohmstead.ledger.Money;
import org.ohmstead.ledger.Posting;
import org.ohmstead.ledger.StoredPosting;

/** Makes bills of prices. Each unit begins by holding the tenant's ledger, so that one bills at a time. */
@Singleton
public class Billing {
    private static final String PROVISIONAL = "provisional";

    private final SqlBillStore store;
    private final Ledger ledger;
    private final Payers payers;
    private final BillingProfiles profiles;
    private final Supplier<Stream<ChargedBills>> listeners;
    private final Clock clock;

    @Inject
    public Billing(
            SqlBillStore store,
            Ledger ledger,
            Payers payers,
            BillingProfiles profiles,
            @Any Instance<ChargedBills> listeners,
            Clock clock) {
        this(store, ledger, payers, profiles, listeners::stream, clock);
    }

    public Billing(
            SqlBillStore store,
            Ledger ledger,
            Payers payers,
            BillingProfiles profiles,
            Supplier<Stream<ChargedBills>> listeners,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.payers = payers;
        this.profiles = profiles;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * A session has a price, or another one. What comes again, or late, changes nothing.
     *
     * @return the bill of that revision; empty: there is a later one, or one that asks the same
     */
    public Optional<Bill> priced(Actor by, PricedSession priced) {
        PricedSession.Shown shown = priced.shown();
        Payer payer = payers.of(by.scope(), shown.token(), shown.type(), shown.group());
        BillingProfile profile = profiles.of(by.scope());
        return store.write(by.scope(), tx -> Optional.ofNullable(make(tx, by, fresh(by, priced, payer), profile)));
    }

    private Bill fresh(Actor by, PricedSession priced, Payer payer) {
        return new Bill(
                0,
                priced.session(),
                priced.revision(),
                0,
                new Bill.What(priced.place(), priced.shown().token(), priced.tariff(), priced.span()),
                new Bill.Payment(payer.holder(), payer.method()),
                priced.net(),
                priced.tax(),
                priced.items(),
                new Bill.Standing(
                        State.HELD,
                        priced.isFinal() ? null : PROVISIONAL,
                        Money.zero(priced.net().currency()),
                        now(),
                        null,
                        null,
                        by.word()));
    }

    private @Nullable Bill make(Tx tx, Actor by, Bill fresh, BillingProfile profile) {
        ledger.hold(tx, by.scope());
        List<Bill> known = store.ofSession(tx, by.scope(), fresh.session());
        for (Bill each : known) {
            if (!each.isCredit() && each.revision() >= fresh.revision()) {
                return each.revision() == fresh.revision() ? each : null;
            }
        }
        Bill before = standing(known);
        if (before != null) {
            if (before.standing().state() == State.CHARGED
                    && fresh.standing().heldFor() == null
                    && before.isSame(fresh)) {
                return null;
            }
            takeBack(tx, by, before);
        }
        Bill made = store.insert(tx, by.tenant(), fresh);
        if (made.standing().heldFor() != null) {
            store.tell(tx, BillMade.of(by.tenant(), now(), made));
            return made;
        }
        return charge(tx, by, made, profile);
    }

    /** The bill that counts until now. */
    private static @Nullable Bill standing(List<Bill> known) {
        return known.stream()
                .filter(bill -> !bill.isCredit() && bill.standing().state() != State.REPLACED)
                .filter(bill -> known.stream().noneMatch(other -> other.credited() == bill.id()))
                .findFirst()
                .orElse(null);
    }

    private void takeBack(Tx tx, Actor by, Bill before) {
        if (before.standing().state() == State.HELD) {
            Bill.Standing was = before.standing();
            update(
                    tx,
                    by,
                    before.with(new Bill.Standing(
                            State.REPLACED, was.heldFor(), was.wallet(), was.madeAt(), null, null, was.actor())));
            return;
        }
        Bill credit = store.insert(tx, by.tenant(), before.credit(now(), by.word()));
        Optional<StoredPosting> posted = ledger.find(tx, by.scope(), BillPosting.key(before.id()));
        posted.ifPresent(posting -> ledger.post(
                tx,
                by,
                Posting.reversal(
                                BillPosting.creditKey(before.id()),
                                Posting.Kind.CREDIT,
                                posting.posting().entries())
                        .mayOverdraw(true)
                        .posting()));
        store.tell(tx, BillMade.of(by.tenant(), now(), credit));
        listeners.get().forEach(listener -> listener.charged(tx, by, credit));
    }

    private Bill charge(Tx tx, Actor by, Bill bill, BillingProfile profile) {
        Money stands = ledger.balance(
                        tx,
                        by.scope(),
                        Account.wallet(bill.payer().holder()),
                        bill.net().currency())
                .negated();
        Money wallet = BillPosting.fromWallet(bill, stands, profile.overdraft());
        Posting.Draft posting = BillPosting.of(bill, wallet, profile.overdraft());
        if (!posting.movesNothing()) {
            ledger.post(tx, by, posting.posting());
        }
        Bill charged = bill.charged(wallet, now(), by.word());
        update(tx, by, charged);
        listeners.get().forEach(listener -> listener.charged(tx, by, charged));
        return charged;
    }

    private void update(Tx tx, Actor by, Bill bill) {
        store.update(tx, by.scope(), bill);
        store.tell(tx, BillMade.of(by.tenant(), now(), bill));
    }

    /** Charges one that is held, within a unit. */
    Bill release(Tx tx, Actor by, Bill bill) {
        return charge(tx, by, bill, profiles.of(by.scope()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
