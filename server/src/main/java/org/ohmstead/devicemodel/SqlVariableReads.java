package org.ohmstead.devicemodel;

import static org.ohmstead.db.schema.Tables.STATION_VARIABLE;
import static org.ohmstead.db.schema.Tables.STATION_VARIABLE_CHANGE;
import static org.ohmstead.db.schema.Tables.STATION_VARIABLE_WRITE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;

/** Reads what stations are and were set to. */
@Singleton
public class SqlVariableReads {
    private static final int PORTION = 500;

    private final Database database;

    @Inject
    public SqlVariableReads(Database database) {
        this.database = database;
    }

    /** In the order of the addresses. */
    List<KnownVariable> page(Scope scope, StationRef station, VariableFilter filter, @Nullable String after, int rows) {
        Condition where = matches(filter);
        return select(scope, station)
                .and(after == null ? where : where.and(STATION_VARIABLE.ADDRESS_KEY.gt(after)))
                .orderBy(STATION_VARIABLE.ADDRESS_KEY)
                .limit(rows)
                .fetch(SqlVariableReads::read);
    }

    private static Condition matches(VariableFilter filter) {
        Condition where = DSL.noCondition();
        if (filter.search() != null) {
            where = where.and(
                    STATION_VARIABLE.ADDRESS_KEY.contains(filter.search().toLowerCase(Locale.ROOT)));
        }
        if (filter.component() != null) {
            where = where.and(STATION_VARIABLE.ADDRESS_KEY.startsWith(small(filter.component()) + "/"));
        }
        if (filter.variable() != null) {
            where = where.and(STATION_VARIABLE.ADDRESS_KEY.contains("/" + small(filter.variable()) + "/"));
        }
        return filter.pending()
                ? where.and(DSL.lower(STATION_VARIABLE_WRITE.RESULT)
                                .eq(KnownVariable.LastWrite.REBOOT_REQUIRED.toLowerCase(Locale.ROOT)))
                        .and(
                                filter.lastBoot() == null
                                        ? DSL.noCondition()
                                        : STATION_VARIABLE_WRITE.WRITTEN_AT.gt(filter.lastBoot()))
                : where;
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT).replace("%", "%25").replace("/", "%2f");
    }

    /** All of a station, by the keys of their addresses. */
    Map<String, KnownVariable> all(Scope scope, StationRef station) {
        Map<String, KnownVariable> all = new TreeMap<>();
        select(scope, station)
                .fetch(SqlVariableReads::read)
                .forEach(each -> all.put(each.address().key(), each));
        return all;
    }

    /** Those of these addresses that are known, by their keys. */
    Map<String, KnownVariable> of(StationRef station, Collection<String> keys) {
        Map<String, KnownVariable> found = new TreeMap<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += PORTION) {
            select(station.scope(), station)
                    .and(STATION_VARIABLE.ADDRESS_KEY.in(all.subList(from, Math.min(all.size(), from + PORTION))))
                    .fetch(SqlVariableReads::read)
                    .forEach(each -> found.put(each.address().key(), each));
        }
        return found;
    }

    /** What the station said when it was to set one; also where it does not have it. */
    Optional<KnownVariable.LastWrite> lastWrite(StationRef station, Address address) {
        return database.read(station.scope())
                .selectFrom(STATION_VARIABLE_WRITE)
                .where(STATION_VARIABLE_WRITE.TENANT_ID.eq(station.tenant()))
                .and(STATION_VARIABLE_WRITE.STATION_ID.eq(station.id()))
                .and(STATION_VARIABLE_WRITE.ADDRESS_KEY.eq(address.key()))
                .fetchOptional(SqlVariableReads::write);
    }

    /** Those that the station has taken for its next boot, and that were not asked for since. */
    List<Address> unsettled(StationRef station) {
        return database.read(station.scope())
                .select(STATION_VARIABLE_WRITE.ADDRESS)
                .from(STATION_VARIABLE_WRITE)
                .leftJoin(STATION_VARIABLE)
                .on(joined())
                .where(STATION_VARIABLE_WRITE.TENANT_ID.eq(station.tenant()))
                .and(STATION_VARIABLE_WRITE.STATION_ID.eq(station.id()))
                .and(DSL.lower(STATION_VARIABLE_WRITE.RESULT)
                        .eq(KnownVariable.LastWrite.REBOOT_REQUIRED.toLowerCase(Locale.ROOT)))
                .and(STATION_VARIABLE
                        .TOLD_AT
                        .isNull()
                        .or(STATION_VARIABLE.TOLD_AT.le(STATION_VARIABLE_WRITE.WRITTEN_AT)))
                .fetch(row -> Address.parse(row.value1()));
    }

    private static Condition joined() {
        return STATION_VARIABLE_WRITE
                .TENANT_ID
                .eq(STATION_VARIABLE.TENANT_ID)
                .and(STATION_VARIABLE_WRITE.STATION_ID.eq(STATION_VARIABLE.STATION_ID))
                .and(STATION_VARIABLE_WRITE.ADDRESS_KEY.eq(STATION_VARIABLE.ADDRESS_KEY));
    }

    private SelectConditionStep<Record> select(Scope scope, StationRef station) {
        return database.read(scope)
                .select(STATION_VARIABLE.fields())
                .select(STATION_VARIABLE_WRITE.fields())
                .from(STATION_VARIABLE)
                .leftJoin(STATION_VARIABLE_WRITE)
                .on(joined())
                .where(scope.of(STATION_VARIABLE.TENANT_ID, STATION_VARIABLE.STATION_ID))
                .and(STATION_VARIABLE.STATION_ID.eq(station.id()));
    }

    /** The newest first. @param key of an address; null: all */
    List<VariableChange> changes(
            Scope scope, StationRef station, @Nullable String key, @Nullable Cursor after, int rows) {
        Condition where = changesOf(scope, station);
        if (key != null) {
            where = where.and(STATION_VARIABLE_CHANGE.ADDRESS_KEY.eq(key));
        }
        if (after != null) {
            where = where.and(STATION_VARIABLE_CHANGE.ID.lt(after.id()));
        }
        return database.read(scope)
                .selectFrom(STATION_VARIABLE_CHANGE)
                .where(where)
                .orderBy(STATION_VARIABLE_CHANGE.ID.desc())
                .limit(rows)
                .fetch(SqlVariableReads::change);
    }

    /** Of each address the first change after a time, by its key: it says what stood then. */
    Map<String, VariableChange> firstChangeAfter(Scope scope, StationRef station, Instant time) {
        Map<String, VariableChange> first = new TreeMap<>();
        List<Long> ids = database.read(scope)
                .select(DSL.min(STATION_VARIABLE_CHANGE.ID))
                .from(STATION_VARIABLE_CHANGE)
                .where(changesOf(scope, station))
                .and(STATION_VARIABLE_CHANGE.CHANGED_AT.gt(time))
                .groupBy(STATION_VARIABLE_CHANGE.ADDRESS_KEY)
                .fetch(0, Long.class);
        for (int from = 0; from < ids.size(); from += PORTION) {
            database.read(scope)
                    .selectFrom(STATION_VARIABLE_CHANGE)
                    .where(changesOf(scope, station))
                    .and(STATION_VARIABLE_CHANGE.ID.in(ids.subList(from, Math.min(ids.size(), from + PORTION))))
                    .fetch(SqlVariableReads::change)
                    .forEach(each -> first.put(each.address().key(), each));
        }
        return first;
    }

    /** Keys of the addresses that were known first after a time. */
    List<String> newSince(Scope scope, StationRef station, Instant time) {
        return database.read(scope)
                .select(STATION_VARIABLE.ADDRESS_KEY)
                .from(STATION_VARIABLE)
                .where(scope.of(STATION_VARIABLE.TENANT_ID, STATION_VARIABLE.STATION_ID))
                .and(STATION_VARIABLE.STATION_ID.eq(station.id()))
                .and(STATION_VARIABLE.FIRST_AT.gt(time))
                .fetch(STATION_VARIABLE.ADDRESS_KEY);
    }

    private static Condition changesOf(Scope scope, StationRef station) {
        return scope.of(STATION_VARIABLE_CHANGE.TENANT_ID, STATION_VARIABLE_CHANGE.STATION_ID)
                .and(STATION_VARIABLE_CHANGE.STATION_ID.eq(station.id()));
    }

    private static KnownVariable read(Record row) {
        return new KnownVariable(
                Address.parse(row.get(STATION_VARIABLE.ADDRESS)),
                row.get(STATION_VARIABLE.VALUE),
                row.get(STATION_VARIABLE.IS_SECRET),
                SqlVariableStore.traits(row.into(STATION_VARIABLE)),
                Known.of(row.get(STATION_VARIABLE.TOLD_BY)),
                row.get(STATION_VARIABLE.TOLD_AT),
                row.get(STATION_VARIABLE.CHANGED_AT),
                row.get(STATION_VARIABLE_WRITE.RESULT) == null ? null : write(row));
    }

    private static KnownVariable.LastWrite write(Record row) {
        return new KnownVariable.LastWrite(
                row.get(STATION_VARIABLE_WRITE.VALUE),
                row.get(STATION_VARIABLE_WRITE.RESULT),
                row.get(STATION_VARIABLE_WRITE.REASON),
                row.get(STATION_VARIABLE_WRITE.ACTOR),
                row.get(STATION_VARIABLE_WRITE.COMMAND_ID),
                row.get(STATION_VARIABLE_WRITE.WRITTEN_AT));
    }

    private static VariableChange change(Record row) {
        return new VariableChange(
                row.get(STATION_VARIABLE_CHANGE.ID),
                Address.parse(row.get(STATION_VARIABLE_CHANGE.ADDRESS)),
                row.get(STATION_VARIABLE_CHANGE.VALUE_BEFORE),
                row.get(STATION_VARIABLE_CHANGE.VALUE_AFTER),
                row.get(STATION_VARIABLE_CHANGE.IS_GONE),
                row.get(STATION_VARIABLE_CHANGE.ACTOR),
                row.get(STATION_VARIABLE_CHANGE.CHANGED_AT));
    }
}
