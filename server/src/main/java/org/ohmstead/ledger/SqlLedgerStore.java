package org.ohmstead.ledger;

import static org.ohmstead.db.schema.Tables.LEDGER_BALANCE;
import static org.ohmstead.db.schema.Tables.LEDGER_BOOK;
import static org.ohmstead.db.schema.Tables.LEDGER_ENTRY;
import static org.ohmstead.db.schema.Tables.LEDGER_POSTING;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.LedgerPostingRecord;

/** The rows of the books. They are written within the units of work of whoever moves money. */
@Singleton
public class SqlLedgerStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlLedgerStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** A unit that moves money and nothing else. */
    <T> T write(Scope scope, GroupCommit.Work<T> unit) {
        return commits.write(scope, GroupCommit.BACKGROUND, unit);
    }

    /** From now on nobody else posts for the tenant until the commit: PostgreSQL locks the row that is written. */
    void hold(Tx tx, long tenant) {
        tx.sql()
                .insertInto(LEDGER_BOOK)
                .set(LEDGER_BOOK.TENANT_ID, tenant)
                .set(LEDGER_BOOK.LAST_NUMBER, 0L)
                .onConflict(LEDGER_BOOK.TENANT_ID)
                .doUpdate()
                .set(LEDGER_BOOK.LAST_NUMBER, LEDGER_BOOK.LAST_NUMBER)
                .execute();
    }

    Optional<StoredPosting> find(Tx tx, Scope scope, String key) {
        return tx
                .sql()
                .selectFrom(LEDGER_POSTING)
                .where(scope.of(LEDGER_POSTING.TENANT_ID))
                .and(LEDGER_POSTING.POSTING_KEY.eq(key))
                .fetch()
                .stream()
                .map(row -> whole(tx.sql(), scope, List.of(row)).getFirst())
                .findFirst();
    }

    void insert(Tx tx, long tenant, Posting posting, String actor, Instant now) {
        tx.sql()
                .update(LEDGER_BOOK)
                .set(LEDGER_BOOK.LAST_NUMBER, LEDGER_BOOK.LAST_NUMBER.plus(1))
                .where(LEDGER_BOOK.TENANT_ID.eq(tenant))
                .execute();
        Long number = tx.sql()
                .select(LEDGER_BOOK.LAST_NUMBER)
                .from(LEDGER_BOOK)
                .where(LEDGER_BOOK.TENANT_ID.eq(tenant))
                .fetchSingle(LEDGER_BOOK.LAST_NUMBER);
        long id = tx.nextId("ledger_posting");
        tx.sql()
                .insertInto(LEDGER_POSTING)
                .set(LEDGER_POSTING.ID, id)
                .set(LEDGER_POSTING.TENANT_ID, tenant)
                .set(LEDGER_POSTING.POSTING_NUMBER, Objects.requireNonNull(number))
                .set(LEDGER_POSTING.POSTING_KEY, posting.key())
                .set(LEDGER_POSTING.KIND, posting.kind().word())
                .set(LEDGER_POSTING.CURRENCY, posting.currency())
                .set(LEDGER_POSTING.NOTE, posting.note())
                .set(LEDGER_POSTING.ACTOR, actor)
                .set(LEDGER_POSTING.POSTED_AT, now)
                .execute();
        for (Entry entry : posting.entries()) {
            tx.sql()
                    .insertInto(LEDGER_ENTRY)
                    .set(LEDGER_ENTRY.TENANT_ID, tenant)
                    .set(LEDGER_ENTRY.POSTING_ID, id)
                    .set(LEDGER_ENTRY.ACCOUNT, entry.account().kind().word())
                    .set(
                            LEDGER_ENTRY.HOLDER_KIND,
                            entry.account().holder().kind().word())
                    .set(LEDGER_ENTRY.HOLDER_ID, entry.account().holder().id())
                    .set(LEDGER_ENTRY.CURRENCY, entry.amount().currency())
                    .set(LEDGER_ENTRY.AMOUNT_MINOR, entry.amount().minor())
                    .execute();
        }
    }

    /** Keeps the balance of the entry's account. */
    void move(Tx tx, long tenant, Entry entry) {
        tx.sql()
                .insertInto(LEDGER_BALANCE)
                .set(LEDGER_BALANCE.TENANT_ID, tenant)
                .set(LEDGER_BALANCE.ACCOUNT, entry.account().kind().word())
                .set(LEDGER_BALANCE.HOLDER_KIND, entry.account().holder().kind().word())
                .set(LEDGER_BALANCE.HOLDER_ID, entry.account().holder().id())
                .set(LEDGER_BALANCE.CURRENCY, entry.amount().currency())
                .set(LEDGER_BALANCE.BALANCE_MINOR, entry.amount().minor())
                .onConflict(
                        LEDGER_BALANCE.TENANT_ID,
                        LEDGER_BALANCE.ACCOUNT,
                        LEDGER_BALANCE.HOLDER_KIND,
                        LEDGER_BALANCE.HOLDER_ID,
                        LEDGER_BALANCE.CURRENCY)
                .doUpdate()
                .set(
                        LEDGER_BALANCE.BALANCE_MINOR,
                        LEDGER_BALANCE.BALANCE_MINOR.plus(entry.amount().minor()))
                .execute();
    }

    Money balance(Tx tx, Scope scope, Account account, String currency) {
        Long minor = tx.sql()
                .select(LEDGER_BALANCE.BALANCE_MINOR)
                .from(LEDGER_BALANCE)
                .where(of(scope, account))
                .and(LEDGER_BALANCE.CURRENCY.eq(currency))
                .fetchOne(LEDGER_BALANCE.BALANCE_MINOR);
        return new Money(currency, minor == null ? 0 : minor);
    }

    List<Money> balances(Scope scope, Account account) {
        return database.read(scope)
                .select(LEDGER_BALANCE.CURRENCY, LEDGER_BALANCE.BALANCE_MINOR)
                .from(LEDGER_BALANCE)
                .where(of(scope, account))
                .orderBy(LEDGER_BALANCE.CURRENCY)
                .fetch(row -> new Money(row.value1(), row.value2()));
    }

    private static Condition of(Scope scope, Account account) {
        return scope.of(LEDGER_BALANCE.TENANT_ID)
                .and(LEDGER_BALANCE.ACCOUNT.eq(account.kind().word()))
                .and(LEDGER_BALANCE.HOLDER_KIND.eq(account.holder().kind().word()))
                .and(LEDGER_BALANCE.HOLDER_ID.eq(account.holder().id()));
    }

    List<StoredPosting> before(Scope scope, PostingFilter filter, int rows, @Nullable Cursor after) {
        DSLContext sql = database.read(scope);
        Condition where = scope.of(LEDGER_POSTING.TENANT_ID);
        if (after != null) {
            where = where.and(LEDGER_POSTING.POSTING_NUMBER.lt(after.id()));
        }
        if (!filter.equals(PostingFilter.ALL)) {
            where = where.and(LEDGER_POSTING.ID.in(DSL.select(LEDGER_ENTRY.POSTING_ID)
                    .from(LEDGER_ENTRY)
                    .where(scope.of(LEDGER_ENTRY.TENANT_ID))
                    .and(at(filter))));
        }
        return whole(
                sql,
                scope,
                sql.selectFrom(LEDGER_POSTING)
                        .where(where)
                        .orderBy(LEDGER_POSTING.POSTING_NUMBER.desc())
                        .limit(rows)
                        .fetch());
    }

    private static Condition at(PostingFilter filter) {
        Condition at = DSL.noCondition();
        if (filter.account() != null) {
            at = at.and(LEDGER_ENTRY.ACCOUNT.eq(filter.account().word()));
        }
        if (filter.holder() != null) {
            at = at.and(LEDGER_ENTRY.HOLDER_KIND.eq(filter.holder().kind().word()))
                    .and(LEDGER_ENTRY.HOLDER_ID.eq(filter.holder().id()));
        }
        return at;
    }

    /** With their entries. */
    private static List<StoredPosting> whole(DSLContext sql, Scope scope, List<LedgerPostingRecord> rows) {
        Map<Long, List<Entry>> entries = new HashMap<>();
        sql.selectFrom(LEDGER_ENTRY)
                .where(scope.of(LEDGER_ENTRY.TENANT_ID))
                .and(LEDGER_ENTRY.POSTING_ID.in(
                        rows.stream().map(LedgerPostingRecord::getId).toList()))
                .orderBy(LEDGER_ENTRY.ID)
                .forEach(row -> entries.computeIfAbsent(row.getPostingId(), id -> new ArrayList<>())
                        .add(new Entry(
                                new Account(
                                        Account.Kind.of(row.getAccount()),
                                        new Holder(Holder.Kind.of(row.getHolderKind()), row.getHolderId())),
                                new Money(row.getCurrency(), row.getAmountMinor()))));
        return rows.stream()
                .map(row -> new StoredPosting(
                        row.getId(),
                        row.getPostingNumber(),
                        new Posting(
                                row.getPostingKey(),
                                Posting.Kind.of(row.getKind()),
                                row.getNote(),
                                entries.getOrDefault(row.getId(), List.of()),
                                true),
                        row.getActor(),
                        row.getPostedAt()))
                .toList();
    }

    /** While nobody posts, so that all parts of it are of the same moment. */
    Totals totals(Scope scope) {
        return write(scope, tx -> {
            hold(tx, scope.tenant());
            return totals(tx.sql(), scope);
        });
    }

    private static Totals totals(DSLContext sql, Scope scope) {
        Result<? extends Record> accounts = sql.select(
                        LEDGER_ENTRY.ACCOUNT,
                        LEDGER_ENTRY.HOLDER_KIND,
                        LEDGER_ENTRY.HOLDER_ID,
                        LEDGER_ENTRY.CURRENCY,
                        DSL.sum(LEDGER_ENTRY.AMOUNT_MINOR).as("minor"))
                .from(LEDGER_ENTRY)
                .where(scope.of(LEDGER_ENTRY.TENANT_ID))
                .groupBy(LEDGER_ENTRY.ACCOUNT, LEDGER_ENTRY.HOLDER_KIND, LEDGER_ENTRY.HOLDER_ID, LEDGER_ENTRY.CURRENCY)
                .orderBy(LEDGER_ENTRY.CURRENCY, LEDGER_ENTRY.ACCOUNT)
                .fetch();
        Map<List<Object>, Long> kept = new HashMap<>();
        sql.selectFrom(LEDGER_BALANCE)
                .where(scope.of(LEDGER_BALANCE.TENANT_ID))
                .forEach(row -> kept.put(
                        List.of(row.getAccount(), row.getHolderKind(), row.getHolderId(), row.getCurrency()),
                        row.getBalanceMinor()));
        Map<List<Object>, Long> entries = new LinkedHashMap<>();
        accounts.forEach(row -> entries.put(
                List.of(row.get(0), row.get(1), row.get(2), row.get(3)),
                row.get("minor", BigDecimal.class).longValueExact()));
        return new LedgerSums(entries)
                .totals(
                        kept.equals(entries),
                        sql.fetchCount(LEDGER_POSTING, scope.of(LEDGER_POSTING.TENANT_ID)),
                        lastNumber(sql, scope));
    }

    private static long lastNumber(DSLContext sql, Scope scope) {
        Long last = sql.select(LEDGER_BOOK.LAST_NUMBER)
                .from(LEDGER_BOOK)
                .where(scope.of(LEDGER_BOOK.TENANT_ID))
                .fetchOne(LEDGER_BOOK.LAST_NUMBER);
        return last == null ? 0 : last;
    }
}
