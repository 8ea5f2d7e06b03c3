package org.ohmstead.devicemodel;

import static org.ohmstead.db.schema.Tables.STATION_VARIABLE;
import static org.ohmstead.db.schema.Tables.STATION_VARIABLE_CHANGE;
import static org.ohmstead.db.schema.Tables.STATION_VARIABLE_WRITE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.StationVariableRecord;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** Writes what stations are set to, in few statements however much they tell. */
@Singleton
public class SqlVariableStore {
    /** Of keys in one question. */
    private static final int PORTION = 500;

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlVariableStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** How and when something became known. @param by who set it; null: it was only looked at */
    record Source(Known known, Instant at, @Nullable String by) {}

    /** Runs a unit of work of this station. */
    <T extends @Nullable Object> T write(StationRef station, GroupCommit.Work<T> unit) {
        return commits.write(station.scope(), station.id(), unit);
    }

    /** Keeps what a station has told; of one that comes twice the last counts. What it does not tell of stays as it is. */
    void told(Tx tx, StationRef station, List<Told> all, Source source) {
        Map<String, Told> byKey = new LinkedHashMap<>();
        all.forEach(each -> byKey.put(each.address().key(), each));
        Map<String, StationVariableRecord> standing = standing(tx, station, byKey.keySet());
        List<String> same = new ArrayList<>();
        List<ConfigurationChanged.Change> changes = new ArrayList<>();
        byKey.forEach((key, told) -> {
            StationVariableRecord before = standing.get(key);
            if (before == null) {
                insert(tx, station, key, told, source);
            } else if (!isSame(before, told, source)) {
                update(tx, station, before, told, source).ifPresent(changes::add);
            } else {
                same.add(key);
            }
        });
        portions(same).forEach(keys -> tx.sql()
                .update(STATION_VARIABLE)
                .set(STATION_VARIABLE.TOLD_BY, source.known().word())
                .set(STATION_VARIABLE.TOLD_AT, source.at())
                .where(of(station))
                .and(STATION_VARIABLE.ADDRESS_KEY.in(keys))
                .execute());
        if (!changes.isEmpty()) {
            outbox.append(tx, ConfigurationChanged.of(station, source.at(), source.by(), changes));
        }
    }

    private static Map<String, StationVariableRecord> standing(Tx tx, StationRef station, Collection<String> keys) {
        Map<String, StationVariableRecord> standing = new HashMap<>();
        portions(List.copyOf(keys))
                .forEach(portion -> standing.putAll(tx.sql()
                        .selectFrom(STATION_VARIABLE)
                        .where(of(station))
                        .and(STATION_VARIABLE.ADDRESS_KEY.in(portion))
                        .fetchMap(STATION_VARIABLE.ADDRESS_KEY)));
        return standing;
    }

    private static List<List<String>> portions(List<String> all) {
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(all.subList(from, Math.min(all.size(), from + PORTION)));
        }
        return portions;
    }

    private static boolean isSame(StationVariableRecord before, Told told, Source source) {
        return Objects.equals(before.getValue(), value(before, told, source))
                && told.traits().over(traits(before)).equals(traits(before));
    }

    /** What is write-only has no value in a report, and keeps the one that was written. */
    private static @Nullable String value(StationVariableRecord before, Told told, Source source) {
        boolean untold = told.value() == null
                && source.known() != Known.WRITTEN
                && told.traits().over(traits(before)).isWriteOnly();
        return untold ? before.getValue() : told.value();
    }

    private static void insert(Tx tx, StationRef station, String key, Told told, Source source) {
        tx.later(tx.sql()
                .insertInto(STATION_VARIABLE)
                .set(STATION_VARIABLE.TENANT_ID, station.tenant())
                .set(STATION_VARIABLE.STATION_ID, station.id())
                .set(STATION_VARIABLE.ADDRESS_KEY, key)
                .set(STATION_VARIABLE.ADDRESS, told.address().text())
                .set(STATION_VARIABLE.VALUE, told.value())
                .set(STATION_VARIABLE.IS_SECRET, told.address().isSecret())
                .set(columns(told.traits()))
                .set(STATION_VARIABLE.TOLD_BY, source.known().word())
                .set(STATION_VARIABLE.TOLD_AT, source.at())
                .set(STATION_VARIABLE.FIRST_AT, source.at())
                .set(STATION_VARIABLE.CHANGED_AT, source.at()));
    }

    /** @return what others are told of it: nothing of what only the station itself changes, such as its clock */
    private static Optional<ConfigurationChanged.Change> update(
            Tx tx, StationRef station, StationVariableRecord before, Told told, Source source) {
        String value = value(before, told, source);
        boolean changed = !Objects.equals(before.getValue(), value);
        tx.later(tx.sql()
                .update(STATION_VARIABLE)
                .set(STATION_VARIABLE.VALUE, value)
                .set(columns(told.traits().over(traits(before))))
                .set(STATION_VARIABLE.TOLD_BY, source.known().word())
                .set(STATION_VARIABLE.TOLD_AT, source.at())
                .set(STATION_VARIABLE.CHANGED_AT, changed ? source.at() : before.getChangedAt())
                .where(of(station))
                .and(STATION_VARIABLE.ADDRESS_KEY.eq(before.getAddressKey())));
        if (changed) {
            insertChange(tx, station, before, value, false, source);
        }
        boolean tells = changed
                && !Traits.READ_ONLY.equalsIgnoreCase(
                        told.traits().over(traits(before)).mutability());
        return tells
                ? Optional.of(new ConfigurationChanged.Change(told.address().shown(), before.getValue(), value))
                : Optional.empty();
    }

    private static void insertChange(
            Tx tx,
            StationRef station,
            StationVariableRecord before,
            @Nullable String after,
            boolean gone,
            Source source) {
        tx.later(tx.sql()
                .insertInto(STATION_VARIABLE_CHANGE)
                .set(STATION_VARIABLE_CHANGE.TENANT_ID, station.tenant())
                .set(STATION_VARIABLE_CHANGE.STATION_ID, station.id())
                .set(STATION_VARIABLE_CHANGE.ADDRESS_KEY, before.getAddressKey())
                .set(STATION_VARIABLE_CHANGE.ADDRESS, before.getAddress())
                .set(STATION_VARIABLE_CHANGE.VALUE_BEFORE, before.getValue())
                .set(STATION_VARIABLE_CHANGE.VALUE_AFTER, after)
                .set(STATION_VARIABLE_CHANGE.IS_GONE, gone)
                .set(STATION_VARIABLE_CHANGE.ACTOR, source.by())
                .set(STATION_VARIABLE_CHANGE.CHANGED_AT, source.at()));
    }

    /** The station has said that it does not have these. */
    void gone(Tx tx, StationRef station, Collection<Address> addresses, Instant at) {
        List<String> keys = addresses.stream().map(Address::key).toList();
        remove(tx, station, standing(tx, station, keys).values(), at);
    }

    /** A whole inventory has come, which tells of all that the station has: what it did not name since then is no more. */
    void goneBefore(Tx tx, StationRef station, Instant begun, Instant at) {
        List<StationVariableRecord> old = tx.sql()
                .selectFrom(STATION_VARIABLE)
                .where(of(station))
                .and(STATION_VARIABLE.TOLD_AT.lt(begun))
                .fetch();
        remove(tx, station, old, at);
    }

    private static void remove(Tx tx, StationRef station, Collection<StationVariableRecord> rows, Instant at) {
        for (StationVariableRecord row : rows) {
            insertChange(tx, station, row, null, true, new Source(Known.REPORTED, at, null));
        }
        portions(rows.stream().map(StationVariableRecord::getAddressKey).toList())
                .forEach(keys -> tx.sql()
                        .deleteFrom(STATION_VARIABLE)
                        .where(of(station))
                        .and(STATION_VARIABLE.ADDRESS_KEY.in(keys))
                        .execute());
    }

    /** What became of a write; of several to one address the last counts. */
    void wrote(Tx tx, StationRef station, Address address, KnownVariable.LastWrite write) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(STATION_VARIABLE_WRITE.ADDRESS, address.text());
        values.put(STATION_VARIABLE_WRITE.VALUE, address.isSecret() ? null : write.value());
        values.put(STATION_VARIABLE_WRITE.RESULT, write.result());
        values.put(STATION_VARIABLE_WRITE.REASON, write.reason());
        values.put(STATION_VARIABLE_WRITE.ACTOR, write.by());
        values.put(STATION_VARIABLE_WRITE.COMMAND_ID, write.command());
        values.put(STATION_VARIABLE_WRITE.WRITTEN_AT, write.at());
        tx.later(tx.sql()
                .insertInto(STATION_VARIABLE_WRITE)
                .set(STATION_VARIABLE_WRITE.TENANT_ID, station.tenant())
                .set(STATION_VARIABLE_WRITE.STATION_ID, station.id())
                .set(STATION_VARIABLE_WRITE.ADDRESS_KEY, address.key())
                .set(values)
                .onConflict(
                        STATION_VARIABLE_WRITE.TENANT_ID,
                        STATION_VARIABLE_WRITE.STATION_ID,
                        STATION_VARIABLE_WRITE.ADDRESS_KEY)
                .doUpdate()
                .set(values));
    }

    private static Map<Field<?>, @Nullable Object> columns(Traits traits) {
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(STATION_VARIABLE.MUTABILITY, traits.mutability());
        columns.put(STATION_VARIABLE.DATA_TYPE, traits.type());
        columns.put(STATION_VARIABLE.UNIT, traits.unit());
        columns.put(STATION_VARIABLE.MIN_LIMIT, traits.minLimit());
        columns.put(STATION_VARIABLE.MAX_LIMIT, traits.maxLimit());
        columns.put(STATION_VARIABLE.VALUES_LIST, traits.values());
        return columns;
    }

    static Traits traits(StationVariableRecord row) {
        return new Traits(
                row.getMutability(),
                row.getDataType(),
                row.getUnit(),
                row.getMinLimit(),
                row.getMaxLimit(),
                row.getValuesList());
    }

    private static Condition of(StationRef station) {
        return STATION_VARIABLE.TENANT_ID.eq(station.tenant()).and(STATION_VARIABLE.STATION_ID.eq(station.id()));
    }

    /** Changes from before that time. */
    void pruneBefore(Instant end) {
        new OldRows(
                        STATION_VARIABLE_CHANGE,
                        STATION_VARIABLE_CHANGE.ID,
                        STATION_VARIABLE_CHANGE.CHANGED_AT,
                        SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }
}
