package org.ohmstead.pricing.catalogue;

import static org.ohmstead.db.schema.Tables.TARIFF;
import static org.ohmstead.db.schema.Tables.TARIFF_VERSION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.pricing.catalogue.OperatorTariff.Version;

/** The rows of tariffs and of their versions. */
@Singleton
public class SqlTariffStore {
    private static final Condition NEWEST = TARIFF_VERSION.VERSION.eq(TARIFF.VERSION);

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlTariffStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** By which names, and ids of OCPI, are compared and sorted. */
    static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** A unit that changes tariffs, or what uses them. */
    public <T extends @Nullable Object> T write(Scope scope, GroupCommit.Work<T> unit) {
        return commits.write(scope, GroupCommit.BACKGROUND, unit);
    }

    /** In the order of their names. @param search part of a name; null: any */
    List<OperatorTariff> page(
            Scope scope, @Nullable String search, @Nullable Boolean archived, @Nullable String afterKey, int rows) {
        Condition where = NEWEST;
        if (search != null) {
            where = where.and(TARIFF.NAME_KEY.contains(key(search)).or(TARIFF.OCPI_KEY.contains(key(search))));
        }
        if (archived != null) {
            where = where.and(TARIFF.IS_ARCHIVED.eq(archived));
        }
        if (afterKey != null) {
            where = where.and(TARIFF.NAME_KEY.gt(afterKey));
        }
        return tariffs(database.read(scope), scope, where)
                .orderBy(TARIFF.NAME_KEY)
                .limit(rows)
                .fetch(SqlTariffStore::tariff);
    }

    Optional<OperatorTariff> find(Scope scope, long id) {
        return tariffs(database.read(scope), scope, NEWEST.and(TARIFF.ID.eq(id)))
                .fetchOptional(SqlTariffStore::tariff);
    }

    Optional<OperatorTariff> find(Scope scope, long id, int version) {
        return tariffs(database.read(scope), scope, TARIFF.ID.eq(id).and(TARIFF_VERSION.VERSION.eq(version)))
                .fetchOptional(SqlTariffStore::tariff);
    }

    /** The newest first. @param before a number of a version; null: from the newest on */
    List<OperatorTariff> versions(Scope scope, long id, @Nullable Integer before, int rows) {
        Condition where = TARIFF.ID.eq(id);
        return tariffs(
                        database.read(scope),
                        scope,
                        before == null ? where : where.and(TARIFF_VERSION.VERSION.lt(before)))
                .orderBy(TARIFF_VERSION.VERSION.desc())
                .limit(rows)
                .fetch(SqlTariffStore::tariff);
    }

    /** Each in the version that was the newest at a time; in the first one, where there was none yet. By their ids. */
    Map<Long, OperatorTariff> at(Scope scope, Collection<Long> ids, Instant at) {
        var older = TARIFF_VERSION.as("older");
        Condition was = TARIFF_VERSION.VERSION.eq(DSL.coalesce(
                DSL.field(DSL.select(DSL.max(older.VERSION))
                        .from(older)
                        .where(older.TARIFF_ID.eq(TARIFF.ID), older.CREATED_AT.le(at))),
                DSL.inline(1)));
        return tariffs(database.read(scope), scope, TARIFF.ID.in(ids).and(was)).fetch(SqlTariffStore::tariff).stream()
                .collect(Collectors.toMap(OperatorTariff::id, Function.identity()));
    }

    static Optional<OperatorTariff> standing(Tx tx, Scope scope, long id) {
        return tariffs(tx.sql(), scope, NEWEST.and(TARIFF.ID.eq(id))).fetchOptional(SqlTariffStore::tariff);
    }

    static Optional<OperatorTariff> named(Tx tx, Scope scope, String name) {
        return tariffs(tx.sql(), scope, NEWEST.and(TARIFF.NAME_KEY.eq(key(name))))
                .fetchOptional(SqlTariffStore::tariff);
    }

    static Optional<OperatorTariff> ofPartners(Tx tx, Scope scope, String ocpiId) {
        return tariffs(tx.sql(), scope, NEWEST.and(TARIFF.OCPI_KEY.eq(key(ocpiId))))
                .fetchOptional(SqlTariffStore::tariff);
    }

    static int count(Tx tx, Scope scope) {
        return tx.sql().fetchCount(TARIFF, scope.of(TARIFF.TENANT_ID));
    }

    static long insert(Tx tx, long tenant, TariffDraft draft, Instant now) {
        String provisional = draft.ocpiId() == null ? " " + key(draft.name()) : draft.ocpiId(); // a blank no id has
        return tx.sql()
                .insertInto(TARIFF)
                .set(TARIFF.TENANT_ID, tenant)
                .set(TARIFF.NAME, draft.name())
                .set(TARIFF.NAME_KEY, key(draft.name()))
                .set(TARIFF.NOTE, draft.note())
                .set(TARIFF.OCPI_ID, provisional)
                .set(TARIFF.OCPI_KEY, key(provisional))
                .set(TARIFF.VERSION, 1)
                .set(TARIFF.IS_ARCHIVED, false)
                .set(TARIFF.CREATED_AT, now)
                .set(TARIFF.UPDATED_AT, now)
                .returning(TARIFF.ID)
                .fetchSingle()
                .getId();
    }

    static void insert(Tx tx, long tenant, long tariff, Version version) {
        tx.sql()
                .insertInto(TARIFF_VERSION)
                .set(TARIFF_VERSION.TENANT_ID, tenant)
                .set(TARIFF_VERSION.TARIFF_ID, tariff)
                .set(TARIFF_VERSION.VERSION, version.number())
                .set(TARIFF_VERSION.OCPI_JSON, OcpiJson.write("tariff", version.form()))
                .set(TARIFF_VERSION.CREATED_AT, version.at())
                .set(TARIFF_VERSION.CREATED_BY, version.by())
                .execute();
    }

    static void update(Tx tx, long tenant, OperatorTariff after) {
        tx.sql()
                .update(TARIFF)
                .set(TARIFF.NAME, after.name())
                .set(TARIFF.NAME_KEY, key(after.name()))
                .set(TARIFF.NOTE, after.note())
                .set(TARIFF.OCPI_ID, after.ocpiId())
                .set(TARIFF.OCPI_KEY, key(after.ocpiId()))
                .set(TARIFF.VERSION, after.newest())
                .set(TARIFF.IS_ARCHIVED, after.archived())
                .set(TARIFF.UPDATED_AT, after.updatedAt())
                .where(TARIFF.TENANT_ID.eq(tenant), TARIFF.ID.eq(after.id()))
                .execute();
    }

    /** Its versions go with it. */
    static void delete(Tx tx, long tenant, long id) {
        tx.sql()
                .deleteFrom(TARIFF)
                .where(TARIFF.TENANT_ID.eq(tenant), TARIFF.ID.eq(id))
                .execute();
    }

    private static SelectConditionStep<? extends Record> tariffs(DSLContext sql, Scope scope, Condition which) {
        return sql.select(TARIFF.fields())
                .select(TARIFF_VERSION.fields())
                .from(TARIFF)
                .join(TARIFF_VERSION)
                .on(TARIFF_VERSION.TARIFF_ID.eq(TARIFF.ID), TARIFF_VERSION.TENANT_ID.eq(TARIFF.TENANT_ID))
                .where(scope.of(TARIFF.TENANT_ID), which);
    }

    private static OperatorTariff tariff(Record row) {
        return new OperatorTariff(
                row.get(TARIFF.ID),
                row.get(TARIFF.NAME),
                row.get(TARIFF.NOTE),
                row.get(TARIFF.OCPI_ID),
                row.get(TARIFF.IS_ARCHIVED),
                row.get(TARIFF.VERSION),
                new Version(
                        row.get(TARIFF_VERSION.VERSION),
                        OcpiJson.read(row.get(TARIFF_VERSION.OCPI_JSON)),
                        row.get(TARIFF_VERSION.CREATED_AT),
                        row.get(TARIFF_VERSION.CREATED_BY)),
                row.get(TARIFF.CREATED_AT),
                row.get(TARIFF.UPDATED_AT));
    }
}
