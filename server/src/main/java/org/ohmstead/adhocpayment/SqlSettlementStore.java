package org.ohmstead.adhocpayment;

import static org.ohmstead.db.schema.Tables.SETTLEMENT;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.keys.IndexKey;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The rows of settlements. */
@Singleton
public class SqlSettlementStore {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlSettlementStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** The first report of a payment, or one that differs from what is known and is not older. */
    void keep(StationRef station, SettlementReport report, Instant now) {
        commits.write(station.scope(), station.id(), tx -> {
            Settlement before = select(tx.sql()
                            .select(SETTLEMENT.asterisk(), STATION.IDENTITY)
                            .from(SETTLEMENT)
                            .join(STATION)
                            .on(STATION.ID.eq(SETTLEMENT.STATION_ID))
                            .where(SETTLEMENT.TENANT_ID.eq(station.tenant()))
                            .and(SETTLEMENT.STATION_ID.eq(station.id()))
                            .and(SETTLEMENT.PSP_KEY.eq(IndexKey.of(report.pspRef()))))
                    .orElse(null);
            if (before == null) {
                told(tx, station, insert(tx, station, report, now), report, null, now);
            } else if (!report.isSame(before.report())
                    && !report.settledAt().isBefore(before.report().settledAt())) {
                tx.sql()
                        .update(SETTLEMENT)
                        .set(values(report, now))
                        .where(SETTLEMENT.TENANT_ID.eq(station.tenant()))
                        .and(SETTLEMENT.ID.eq(before.id()))
                        .execute();
                told(tx, station, before.id(), report, before.report().status(), now);
            }
            return true;
        });
    }

    private static Optional<Settlement> select(SelectConditionStep<? extends Record> query) {
        return query.fetchOptional(SqlSettlementStore::read);
    }

    private static long insert(Tx tx, StationRef station, SettlementReport report, Instant now) {
        long id = tx.nextId("settlement");
        tx.sql()
                .insertInto(SETTLEMENT)
                .set(SETTLEMENT.ID, id)
                .set(SETTLEMENT.TENANT_ID, station.tenant())
                .set(SETTLEMENT.STATION_ID, station.id())
                .set(SETTLEMENT.PSP_REFERENCE, report.pspRef())
                .set(SETTLEMENT.PSP_KEY, IndexKey.of(report.pspRef()))
                .set(SETTLEMENT.RECEIVED_AT, now)
                .set(values(report, now))
                .execute();
        return id;
    }

    private static Map<Field<?>, @Nullable Object> values(SettlementReport report, Instant now) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(SETTLEMENT.TRANSACTION_NAME, report.transaction());
        values.put(SETTLEMENT.STATUS, report.status());
        values.put(SETTLEMENT.AMOUNT, report.amount().toPlainString());
        values.put(SETTLEMENT.SETTLED_AT, report.settledAt());
        values.put(SETTLEMENT.NOTE, report.note());
        values.put(SETTLEMENT.RECEIPT_NUMBER, report.receiptId());
        values.put(SETTLEMENT.RECEIPT_URL, report.receiptUrl());
        values.put(SETTLEMENT.VAT_NUMBER, report.vatNumber());
        values.put(
                SETTLEMENT.VAT_COMPANY_JSON,
                report.vatCompany() == null ? null : report.vatCompany().toString());
        values.put(SETTLEMENT.CHANGED_AT, now);
        return values;
    }

    private void told(
            Tx tx, StationRef station, long id, SettlementReport report, @Nullable String before, Instant now) {
        outbox.append(
                tx,
                new SettlementReported(
                        station.tenant(),
                        station.id(),
                        now,
                        station.identity(),
                        id,
                        report.pspRef(),
                        report.transaction(),
                        report.status(),
                        report.amount(),
                        before));
    }

    Optional<Settlement> find(Scope scope, long id) {
        return select(select(scope, SETTLEMENT.ID.eq(id)));
    }

    List<Settlement> before(Scope scope, SettlementFilter filter, int rows, @Nullable Cursor after) {
        Condition where = condition(filter);
        return select(scope, after == null ? where : where.and(SETTLEMENT.ID.lt(after.id())))
                .orderBy(SETTLEMENT.ID.desc())
                .limit(rows)
                .fetch(SqlSettlementStore::read);
    }

    private SelectConditionStep<? extends Record> select(Scope scope, Condition where) {
        return database.read(scope)
                .select(SETTLEMENT.asterisk(), STATION.IDENTITY)
                .from(SETTLEMENT)
                .join(STATION)
                .on(STATION.ID.eq(SETTLEMENT.STATION_ID))
                .where(scope.of(SETTLEMENT.TENANT_ID, SETTLEMENT.STATION_ID))
                .and(where);
    }

    private static Condition condition(SettlementFilter filter) {
        return all(
                filter.station() == null ? null : SETTLEMENT.STATION_ID.eq(filter.station()),
                filter.status() == null ? null : SETTLEMENT.STATUS.equalIgnoreCase(filter.status()),
                filter.pspRef() == null ? null : SETTLEMENT.PSP_KEY.eq(IndexKey.of(filter.pspRef())),
                filter.transaction() == null ? null : SETTLEMENT.TRANSACTION_NAME.equalIgnoreCase(filter.transaction()),
                filter.from() == null ? null : SETTLEMENT.RECEIVED_AT.ge(filter.from()),
                filter.to() == null ? null : SETTLEMENT.RECEIVED_AT.lt(filter.to()));
    }

    private static Condition all(@Nullable Condition... some) {
        Condition all = org.jooq.impl.DSL.noCondition();
        for (Condition each : some) {
            all = each == null ? all : all.and(each);
        }
        return all;
    }

    private static Settlement read(Record row) {
        String company = row.get(SETTLEMENT.VAT_COMPANY_JSON);
        return new Settlement(
                row.get(SETTLEMENT.ID),
                row.get(STATION.IDENTITY),
                new SettlementReport(
                        row.get(SETTLEMENT.PSP_REFERENCE),
                        row.get(SETTLEMENT.TRANSACTION_NAME),
                        row.get(SETTLEMENT.STATUS),
                        new BigDecimal(row.get(SETTLEMENT.AMOUNT)),
                        row.get(SETTLEMENT.SETTLED_AT),
                        row.get(SETTLEMENT.NOTE),
                        row.get(SETTLEMENT.RECEIPT_NUMBER),
                        row.get(SETTLEMENT.RECEIPT_URL),
                        row.get(SETTLEMENT.VAT_NUMBER),
                        company == null ? null : StoredJson.read(company)),
                row.get(SETTLEMENT.RECEIVED_AT),
                row.get(SETTLEMENT.CHANGED_AT));
    }
}
