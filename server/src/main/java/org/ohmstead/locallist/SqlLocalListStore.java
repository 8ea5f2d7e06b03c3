package org.ohmstead.locallist;

import static org.ohmstead.db.schema.Tables.LOCAL_LIST;
import static org.ohmstead.db.schema.Tables.LOCAL_LIST_ENTRY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.LocalListEntryRecord;
import org.ohmstead.db.schema.tables.records.LocalListRecord;
import org.ohmstead.events.Event;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The rows of lists and of their entries. */
@Singleton
public class SqlLocalListStore {
    private static final int BATCH = 1_000;

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlLocalListStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    LocalList get(StationRef station) {
        return read(database.read(station.scope()), station);
    }

    private static LocalList read(DSLContext sql, StationRef station) {
        return sql.selectFrom(LOCAL_LIST)
                .where(of(station))
                .fetchOptional(row -> read(station, row))
                .orElseGet(() -> LocalList.none(station));
    }

    /** What somebody wants of the lists of some stations, by the stations' ids: only of those where it is not the usual. */
    Map<Long, LocalList.Wishes> wishes() {
        Map<Long, LocalList.Wishes> wishes = new HashMap<>();
        database.read(Scope.everywhere())
                .selectFrom(LOCAL_LIST)
                .where(LOCAL_LIST.AUTO_SYNC.isNotNull().or(LOCAL_LIST.IS_DUE))
                .forEach(row -> wishes.put(row.getStationId(), wishes(row)));
        return wishes;
    }

    int count(StationRef station) {
        return database.read(station.scope()).fetchCount(LOCAL_LIST_ENTRY, entriesOf(station));
    }

    /** In the order of their keys. @param after the key behind which to begin; null: from the first one */
    List<ListEntry> page(StationRef station, @Nullable String after, int rows) {
        Condition where = entriesOf(station);
        return database.read(station.scope())
                .selectFrom(LOCAL_LIST_ENTRY)
                .where(after == null ? where : where.and(LOCAL_LIST_ENTRY.TOKEN_KEY.gt(after)))
                .orderBy(LOCAL_LIST_ENTRY.TOKEN_KEY)
                .limit(rows)
                .fetch(SqlLocalListStore::entry);
    }

    Map<String, ListEntry> entries(StationRef station) {
        Map<String, ListEntry> entries = new LinkedHashMap<>();
        database.read(station.scope())
                .selectFrom(LOCAL_LIST_ENTRY)
                .where(entriesOf(station))
                .forEach(row -> entries.put(row.getTokenKey(), entry(row)));
        return entries;
    }

    private static ListEntry entry(LocalListEntryRecord row) {
        return new ListEntry(row.getTokenKey(), (ObjectNode) StoredJson.read(row.getEntryJson()));
    }

    /** @param then done within the same unit with the list before and after */
    LocalList change(StationRef station, UnaryOperator<LocalList> rule, Then then) {
        return commits.write(station.scope(), station.id(), tx -> change(tx, station, rule, then));
    }

    /** The same within a unit of work. */
    LocalList change(Tx tx, StationRef station, UnaryOperator<LocalList> rule, Then then) {
        LocalList before = read(tx.sql(), station);
        LocalList after = rule.apply(before);
        if (!after.equals(before)) {
            put(tx, after);
            then.done(tx, before, after);
        }
        return after;
    }

    /** What is done with a change, in its unit. */
    @FunctionalInterface
    interface Then {
        Then NOTHING = (tx, before, after) -> {};

        void done(Tx tx, LocalList before, LocalList after);
    }

    void tell(Tx tx, Event event) {
        outbox.append(tx, event);
    }

    /** The station holds these, and nothing else. */
    void replace(Tx tx, StationRef station, Collection<ListEntry> entries) {
        tx.sql().deleteFrom(LOCAL_LIST_ENTRY).where(entriesOf(station)).execute();
        update(tx, station, entries);
    }

    /** Adds, changes and removes. */
    void update(Tx tx, StationRef station, Collection<ListEntry> entries) {
        List<Query> queries = entries.stream()
                .map(entry -> entry.isRemoval()
                        ? (Query) tx.sql()
                                .deleteFrom(LOCAL_LIST_ENTRY)
                                .where(entriesOf(station))
                                .and(LOCAL_LIST_ENTRY.TOKEN_KEY.eq(entry.key()))
                        : tx.sql()
                                .insertInto(LOCAL_LIST_ENTRY)
                                .set(LOCAL_LIST_ENTRY.TENANT_ID, station.tenant())
                                .set(LOCAL_LIST_ENTRY.STATION_ID, station.id())
                                .set(LOCAL_LIST_ENTRY.TOKEN_KEY, entry.key())
                                .set(LOCAL_LIST_ENTRY.ENTRY_JSON, entry.json().toString())
                                .onConflict(
                                        LOCAL_LIST_ENTRY.STATION_ID,
                                        LOCAL_LIST_ENTRY.TENANT_ID,
                                        LOCAL_LIST_ENTRY.TOKEN_KEY)
                                .doUpdate()
                                .set(LOCAL_LIST_ENTRY.ENTRY_JSON, entry.json().toString()))
                .toList();
        for (int from = 0; from < queries.size(); from += BATCH) {
            tx.sql()
                    .batch(queries.subList(from, Math.min(queries.size(), from + BATCH)))
                    .execute();
        }
    }

    int count(Tx tx, StationRef station) {
        return tx.sql().fetchCount(LOCAL_LIST_ENTRY, entriesOf(station));
    }

    private static void put(Tx tx, LocalList list) {
        LocalList.Told told = list.told();
        LocalList.Result result = list.result();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(LOCAL_LIST.AUTO_SYNC, list.wishes().autoSync());
        values.put(LOCAL_LIST.WHEN_TOO_MANY, list.wishes().tooMany().word());
        values.put(LOCAL_LIST.IS_DUE, list.wishes().due());
        values.put(LOCAL_LIST.VERSION, (long) list.version());
        values.put(LOCAL_LIST.IS_KNOWN, list.known());
        values.put(LOCAL_LIST.STATION_VERSION, told == null ? null : (long) told.version());
        values.put(LOCAL_LIST.VERSION_TOLD_AT, told == null ? null : told.at());
        values.put(LOCAL_LIST.RESULT, result == null ? null : result.word());
        values.put(LOCAL_LIST.RESULT_AT, result == null ? null : result.at());
        values.put(LOCAL_LIST.RESULT_ACTOR, result == null ? null : result.actor());
        values.put(LOCAL_LIST.RESULT_TEXT, result == null ? null : result.text());
        values.put(LOCAL_LIST.SYNCED_AT, list.syncedAt());
        tx.sql()
                .insertInto(LOCAL_LIST)
                .set(LOCAL_LIST.TENANT_ID, list.station().tenant())
                .set(LOCAL_LIST.STATION_ID, list.station().id())
                .set(values)
                .onConflict(LOCAL_LIST.STATION_ID, LOCAL_LIST.TENANT_ID)
                .doUpdate()
                .set(values)
                .execute();
    }

    private static Condition of(StationRef station) {
        return LOCAL_LIST.TENANT_ID.eq(station.tenant()).and(LOCAL_LIST.STATION_ID.eq(station.id()));
    }

    private static Condition entriesOf(StationRef station) {
        return LOCAL_LIST_ENTRY.TENANT_ID.eq(station.tenant()).and(LOCAL_LIST_ENTRY.STATION_ID.eq(station.id()));
    }

    private static LocalList read(StationRef station, LocalListRecord row) {
        return new LocalList(
                station,
                wishes(row),
                Math.toIntExact(row.getVersion()),
                row.getIsKnown(),
                told(row),
                result(row),
                row.getSyncedAt());
    }

    private static LocalList.Wishes wishes(LocalListRecord row) {
        return new LocalList.Wishes(row.getAutoSync(), TooMany.of(row.getWhenTooMany()), row.getIsDue());
    }

    private static LocalList.@Nullable Told told(LocalListRecord row) {
        Long version = row.getStationVersion();
        return version == null
                ? null
                : new LocalList.Told(
                        Math.toIntExact(version),
                        Optional.ofNullable(row.getVersionToldAt()).orElseThrow());
    }

    private static LocalList.@Nullable Result result(LocalListRecord row) {
        String word = row.getResult();
        return word == null
                ? null
                : new LocalList.Result(
                        word,
                        Optional.ofNullable(row.getResultAt()).orElseThrow(),
                        String.valueOf(row.getResultActor()),
                        row.getResultText());
    }
}
