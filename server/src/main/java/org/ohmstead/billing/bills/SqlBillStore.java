package org.ohmstead.billing.bills;

import static org.ohmstead.db.schema.Tables.BILL;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.BillRecord;
import org.ohmstead.drivers.PaymentMethod;
import org.ohmstead.events.Event;
import org.ohmstead.events.Outbox;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Money;

/** The rows of bills. */
@Singleton
public class SqlBillStore {
    private static final TypeReference<List<BillItem>> ITEMS = new TypeReference<>() {};
    private static final String IS_BILL = "bill";
    private static final String IS_CREDIT = "credit";

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlBillStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    public <T> T write(Scope scope, GroupCommit.Work<T> unit) {
        return commits.write(scope, GroupCommit.BACKGROUND, unit);
    }

    void tell(Tx tx, Event event) {
        outbox.append(tx, event);
    }

    /** Of one session, the first first. */
    List<Bill> ofSession(Tx tx, Scope scope, long session) {
        return tx.sql()
                .selectFrom(BILL)
                .where(scope.of(BILL.TENANT_ID))
                .and(BILL.SESSION_ID.eq(session))
                .orderBy(BILL.ID)
                .fetch(SqlBillStore::read);
    }

    Bill insert(Tx tx, long tenant, Bill bill) {
        long id = tx.nextId("bill");
        Bill.What what = bill.what();
        Bill.Standing standing = bill.standing();
        tx.sql()
                .insertInto(BILL)
                .set(BILL.ID, id)
                .set(BILL.TENANT_ID, tenant)
                .set(BILL.SESSION_ID, bill.session())
                .set(BILL.REVISION, bill.revision())
                .set(BILL.KIND, bill.isCredit() ? IS_CREDIT : IS_BILL)
                .set(BILL.CREDITED_ID, bill.credited())
                .set(BILL.STATE, standing.state().word())
                .set(BILL.HELD_FOR, standing.heldFor())
                .set(BILL.STATION_ID, what.place().station())
                .set(BILL.STATION_IDENTITY, what.place().identity())
                .set(BILL.TOKEN, what.token())
                .set(BILL.TARIFF, what.tariff())
                .set(BILL.HOLDER_KIND, bill.payer().holder().kind().word())
                .set(BILL.HOLDER_ID, bill.payer().holder().id())
                .set(BILL.PAYMENT_METHOD, bill.payer().method().word())
                .set(BILL.CURRENCY, bill.net().currency())
                .set(BILL.NET_MINOR, bill.net().minor())
                .set(BILL.TAX_MINOR, bill.tax().minor())
                .set(BILL.WALLET_MINOR, standing.wallet().minor())
                .set(BILL.ITEMS_JSON, ItemJson.write(bill.items()))
                .set(BILL.ENERGY_WH, what.span().energyWh())
                .set(BILL.STARTED_AT, what.span().startedAt())
                .set(BILL.ENDED_AT, what.span().endedAt())
                .set(BILL.MADE_AT, standing.madeAt())
                .set(BILL.CHARGED_AT, standing.chargedAt())
                .set(BILL.ACTOR, standing.actor())
                .execute();
        return bill.withId(id);
    }

    /** What may change of it. */
    void update(Tx tx, Scope scope, Bill bill) {
        Bill.Standing standing = bill.standing();
        tx.sql()
                .update(BILL)
                .set(BILL.STATE, standing.state().word())
                .set(BILL.WALLET_MINOR, standing.wallet().minor())
                .set(BILL.CHARGED_AT, standing.chargedAt())
                .set(BILL.ACTOR, standing.actor())
                .where(scope.of(BILL.TENANT_ID))
                .and(BILL.ID.eq(bill.id()))
                .execute();
    }

    /** They stand on an invoice from now on. */
    public void invoiced(Tx tx, Scope scope, List<Bill> bills, long invoice) {
        tx.sql()
                .update(BILL)
                .set(BILL.INVOICE_ID, invoice)
                .where(scope.of(BILL.TENANT_ID))
                .and(BILL.ID.in(bills.stream().map(Bill::id).toList()))
                .and(BILL.INVOICE_ID.isNull())
                .execute();
    }

    /** Whoever has charged bills that stand on no invoice, with the currency. @param until charged before */
    public List<Pending> pending(Scope scope, Instant until) {
        return database.read(scope)
                .selectDistinct(BILL.HOLDER_KIND, BILL.HOLDER_ID, BILL.CURRENCY)
                .from(BILL)
                .where(scope.of(BILL.TENANT_ID))
                .and(isPending())
                .and(BILL.CHARGED_AT.lt(until))
                .and(BILL.HOLDER_KIND.ne(Holder.Kind.NOBODY.word()))
                .orderBy(BILL.HOLDER_KIND, BILL.HOLDER_ID, BILL.CURRENCY)
                .fetch(row -> new Pending(new Holder(Holder.Kind.of(row.value1()), row.value2()), row.value3()));
    }

    /** Somebody whose bills of a currency are to be put on an invoice. */
    public record Pending(Holder holder, String currency) {}

    /** In the order in which they were made. */
    public List<Bill> pending(Tx tx, Scope scope, Pending of, Instant until, int most) {
        return tx.sql()
                .selectFrom(BILL)
                .where(scope.of(BILL.TENANT_ID))
                .and(isOf(of.holder()))
                .and(BILL.CURRENCY.eq(of.currency()))
                .and(isPending())
                .and(BILL.CHARGED_AT.lt(until))
                .orderBy(BILL.ID)
                .limit(most)
                .fetch(SqlBillStore::read);
    }

    private static Condition isPending() {
        return BILL.INVOICE_ID.isNull().and(BILL.STATE.eq(DSL.inline(Bill.State.CHARGED.word())));
    }

    private static Condition isOf(Holder holder) {
        return BILL.HOLDER_KIND.eq(holder.kind().word()).and(BILL.HOLDER_ID.eq(holder.id()));
    }

    /** Forgets with which tokens somebody charged; what was charged stays. */
    public void forgetTokens(Tx tx, Scope scope, long driver, List<String> tokens) {
        tx.sql()
                .update(BILL)
                .setNull(BILL.TOKEN)
                .where(scope.of(BILL.TENANT_ID))
                .and(isOf(Holder.driver(driver)).or(BILL.TOKEN.in(tokens)))
                .execute();
    }

    public Optional<Bill> find(Tx tx, Scope scope, long id) {
        return tx.sql()
                .selectFrom(BILL)
                .where(scope.of(BILL.TENANT_ID, BILL.STATION_ID))
                .and(BILL.ID.eq(id))
                .fetchOptional(SqlBillStore::read);
    }

    Optional<Bill> find(Scope scope, long id) {
        return database.read(scope)
                .selectFrom(BILL)
                .where(scope.of(BILL.TENANT_ID, BILL.STATION_ID))
                .and(BILL.ID.eq(id))
                .fetchOptional(SqlBillStore::read);
    }

    List<Bill> before(Scope scope, BillFilter filter, int rows, @Nullable Cursor after) {
        Condition where = scope.of(BILL.TENANT_ID, BILL.STATION_ID);
        if (after != null) {
            where = where.and(BILL.ID.lt(after.id()));
        }
        where = is(where, BILL.SESSION_ID, filter.session());
        where = is(where, BILL.STATION_ID, filter.station());
        where = is(where, BILL.INVOICE_ID, filter.invoice());
        if (filter.holder() != null) {
            where = where.and(isOf(filter.holder()));
        }
        if (filter.state() != null) {
            where = where.and(BILL.STATE.eq(filter.state().word()));
        }
        return database.read(scope)
                .selectFrom(BILL)
                .where(where)
                .orderBy(BILL.ID.desc())
                .limit(rows)
                .fetch(SqlBillStore::read);
    }

    private static Condition is(Condition where, Field<Long> field, @Nullable Long wanted) {
        return wanted == null ? where : where.and(field.eq(wanted));
    }

    private static Bill read(BillRecord row) {
        String currency = row.getCurrency();
        return new Bill(
                row.getId(),
                row.getSessionId(),
                row.getRevision(),
                row.getCreditedId(),
                new Bill.What(
                        new PricedSession.Place(row.getStationId(), row.getStationIdentity()),
                        row.getToken(),
                        row.getTariff(),
                        new PricedSession.Span(row.getStartedAt(), row.getEndedAt(), row.getEnergyWh())),
                new Bill.Payment(
                        new Holder(Holder.Kind.of(row.getHolderKind()), row.getHolderId()),
                        PaymentMethod.of(row.getPaymentMethod())),
                new Money(currency, row.getNetMinor()),
                new Money(currency, row.getTaxMinor()),
                ItemJson.read(row.getItemsJson(), ITEMS),
                new Bill.Standing(
                        Bill.State.of(row.getState()),
                        row.getHeldFor(),
                        new Money(currency, row.getWalletMinor()),
                        row.getMadeAt(),
                        row.getChargedAt(),
                        row.getInvoiceId(),
                        row.getActor()));
    }
}
