package org.ohmstead.blocks;

import static org.ohmstead.db.schema.Tables.CONNECTOR_BLOCK;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.Recording;
import org.ohmstead.db.Database;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.ConnectorBlockRecord;
import org.ohmstead.events.Event;
import org.ohmstead.events.Outbox;
import org.ohmstead.nodes.Invalidations;
import org.ohmstead.stations.StationRef;

/**
 * The rows of blocks. Those of a station are asked for with each start of a session and each state of a connector, so they are
 * kept in memory, and few stations have any.
 */
@Singleton
public class SqlConnectorBlockStore {
    private static final int CACHED = 100_000;
    private static final String NAME = "connector-block";
    private static final RowCache.Keys<Long> IDS = new RowCache.Keys<>(id -> Long.toString(id), Long::parseLong);

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;
    private final RowCache<Long, List<ConnectorBlock>> cache;
    /** The stations that have blocks, and those that had one since the start. */
    private final Set<Long> some = ConcurrentHashMap.newKeySet();

    private volatile boolean loaded;

    @Inject
    public SqlConnectorBlockStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
        Invalidations invalidations = commits.node().invalidations();
        this.cache = new RowCache<>(NAME, CACHED, IDS, invalidations);
        invalidations.register(NAME, key -> some.add(IDS.read().apply(key)));
    }

    /** All of a station, also lifted ones of which it has still to be told; the widest first. */
    List<ConnectorBlock> of(StationRef station) {
        return haveSome().contains(station.id())
                ? Objects.requireNonNull(cache.get(station.id(), () -> read(station)))
                : List.of();
    }

    /** What is written while they are loaded is told to them by itself. */
    private Set<Long> haveSome() {
        if (!loaded) {
            database.read(Scope.everywhere())
                    .selectDistinct(CONNECTOR_BLOCK.STATION_ID)
                    .from(CONNECTOR_BLOCK)
                    .forEach(row -> some.add(row.value1()));
            loaded = true;
        }
        return some;
    }

    /** The same, not from memory: an event may be told before those here and at other nodes are forgotten. */
    List<ConnectorBlock> read(StationRef station) {
        return List.copyOf(database.read(station.scope())
                .selectFrom(CONNECTOR_BLOCK)
                .where(of(station, CONNECTOR_BLOCK.EVSE.ge(0)))
                .orderBy(CONNECTOR_BLOCK.EVSE, CONNECTOR_BLOCK.CONNECTOR)
                .fetch(row -> read(station, row)));
    }

    /** Of some stations of one scope. */
    List<ConnectorBlock> of(Scope scope, Collection<StationRef> stations) {
        return withStations(
                        scope,
                        scope.of(CONNECTOR_BLOCK.TENANT_ID)
                                .and(CONNECTOR_BLOCK.STATION_ID.in(
                                        stations.stream().map(StationRef::id).toList())))
                .fetch(SqlConnectorBlockStore::read);
    }

    /** Of all stations that somebody sees, in the order of their identities. @param after identity key, EVSE and connector */
    List<ConnectorBlock> page(Scope scope, @Nullable After after, int rows) {
        Condition where = scope.of(CONNECTOR_BLOCK.TENANT_ID, CONNECTOR_BLOCK.STATION_ID)
                .and(DSL.or(
                        CONNECTOR_BLOCK.LIFTED_AT.isNull(),
                        CONNECTOR_BLOCK.IS_WANTED.isFalse(),
                        CONNECTOR_BLOCK.RESULT.eq(BlockResult.PENDING.word())));
        if (after != null) {
            where = where.and(DSL.row(STATION.IDENTITY_KEY, CONNECTOR_BLOCK.EVSE, CONNECTOR_BLOCK.CONNECTOR)
                    .gt(after.identityKey(), after.evse(), after.connector()));
        }
        return withStations(scope, where)
                .orderBy(STATION.IDENTITY_KEY, CONNECTOR_BLOCK.EVSE, CONNECTOR_BLOCK.CONNECTOR)
                .limit(rows)
                .fetch(SqlConnectorBlockStore::read);
    }

    /** Where a page ended. */
    record After(String identityKey, int evse, int connector) {}

    /** Those of everybody whose stations have not done yet what they were, or are to be, told. */
    List<ConnectorBlock> unsettled() {
        return withStations(
                        Scope.everywhere(),
                        CONNECTOR_BLOCK.RESULT.in(BlockResult.PENDING.word(), BlockResult.SCHEDULED.word()))
                .fetch(SqlConnectorBlockStore::read);
    }

    private SelectConditionStep<Record> withStations(Scope scope, Condition where) {
        return database.read(scope)
                .select(CONNECTOR_BLOCK.fields())
                .select(STATION.IDENTITY)
                .from(CONNECTOR_BLOCK)
                .join(STATION)
                .on(STATION.ID.eq(CONNECTOR_BLOCK.STATION_ID), STATION.TENANT_ID.eq(CONNECTOR_BLOCK.TENANT_ID))
                .where(where);
    }

    /** A block as it was, or is; what is recorded of it, and told. */
    record Change(
            ConnectorBlock after,
            AuditEntry entry,
            @Nullable Event event) {}

    /**
     * Changes a block, or makes one.
     *
     * @param rule what becomes of the one that is there, perhaps lifted (null: none is); null: nothing is changed. Asked once or
     *             more often
     * @param then done with the change, in the same unit
     * @return as it is now; empty: nothing was changed
     */
    Optional<ConnectorBlock> change(
            StationRef station,
            BlockPlace place,
            Function<@Nullable ConnectorBlock, @Nullable Change> rule,
            BiConsumer<Tx, ConnectorBlock> then,
            Recording by) {
        return write(station, tx -> {
            ConnectorBlock before = tx.sql()
                    .selectFrom(CONNECTOR_BLOCK)
                    .where(of(station, place))
                    .fetchOne(row -> read(station, row));
            Change change = rule.apply(before);
            if (change == null) {
                return Optional.empty();
            }
            put(tx, change.after());
            by.record(tx, change.entry());
            if (change.event() != null) {
                outbox.append(tx, change.event());
            }
            then.accept(tx, change.after());
            return Optional.of(change.after());
        });
    }

    private <T extends @Nullable Object> T write(StationRef station, GroupCommit.Work<T> unit) {
        try {
            return commits.write(station.scope(), station.id(), unit);
        } finally { // also when nobody knows whether it was written
            cache.forget(station.id());
        }
    }

    private static void put(Tx tx, ConnectorBlock block) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(CONNECTOR_BLOCK.NUMBER, block.number());
        values.put(CONNECTOR_BLOCK.REASON, block.terms().reason());
        values.put(CONNECTOR_BLOCK.BLOCKED_BY, block.terms().by());
        values.put(CONNECTOR_BLOCK.BLOCKED_AT, block.since());
        values.put(CONNECTOR_BLOCK.ENDS_AT, block.terms().until());
        values.put(CONNECTOR_BLOCK.LIFTED_AT, block.liftedAt());
        values.put(CONNECTOR_BLOCK.IS_WANTED, block.isWanted());
        values.put(CONNECTOR_BLOCK.RESULT, block.answer().result().word());
        values.put(CONNECTOR_BLOCK.RESULT_AT, block.answer().at());
        tx.sql()
                .insertInto(CONNECTOR_BLOCK)
                .set(CONNECTOR_BLOCK.TENANT_ID, block.station().tenant())
                .set(CONNECTOR_BLOCK.STATION_ID, block.station().id())
                .set(CONNECTOR_BLOCK.EVSE, block.place().evse())
                .set(CONNECTOR_BLOCK.CONNECTOR, block.place().connector())
                .set(values)
                .onConflict(
                        CONNECTOR_BLOCK.TENANT_ID,
                        CONNECTOR_BLOCK.STATION_ID,
                        CONNECTOR_BLOCK.EVSE,
                        CONNECTOR_BLOCK.CONNECTOR)
                .doUpdate()
                .set(values)
                .execute();
    }

    /** What the station has answered, if anything; of blocks that were changed meanwhile that says nothing. */
    void answered(StationRef station, Collection<ConnectorBlock> blocks, ConnectorBlock.Answer answer) {
        write(station, tx -> {
            for (ConnectorBlock block : blocks) {
                int known = tx.sql()
                        .update(CONNECTOR_BLOCK)
                        .set(CONNECTOR_BLOCK.RESULT, answer.result().word())
                        .set(CONNECTOR_BLOCK.RESULT_AT, answer.at())
                        .where(unchanged(block))
                        .execute();
                tell(tx, block, answer, known);
            }
            return null;
        });
    }

    /**
     * Nothing is left to tell the station of these, which were lifted.
     *
     * @param answer of the station; that it has not answered where it was not told
     */
    void settled(StationRef station, Collection<ConnectorBlock> blocks, ConnectorBlock.Answer answer) {
        write(station, tx -> {
            for (ConnectorBlock block : blocks) {
                int known = tx.sql()
                        .deleteFrom(CONNECTOR_BLOCK)
                        .where(unchanged(block))
                        .execute();
                tell(tx, block, answer, known);
            }
            return null;
        });
    }

    private void tell(Tx tx, ConnectorBlock block, ConnectorBlock.Answer answer, int known) {
        Instant at = answer.at();
        if (known > 0 && at != null) {
            outbox.append(tx, AvailabilityAnswered.of(block, answer.result(), at));
        }
    }

    private static Condition unchanged(ConnectorBlock block) {
        return of(block.station(), block.place()).and(CONNECTOR_BLOCK.NUMBER.eq(block.number()));
    }

    private static Condition of(StationRef station, BlockPlace place) {
        return of(station, CONNECTOR_BLOCK.EVSE.eq(place.evse()).and(CONNECTOR_BLOCK.CONNECTOR.eq(place.connector())));
    }

    private static Condition of(StationRef station, Condition which) {
        return CONNECTOR_BLOCK
                .TENANT_ID
                .eq(station.tenant())
                .and(CONNECTOR_BLOCK.STATION_ID.eq(station.id()))
                .and(which);
    }

    private static ConnectorBlock read(Record row) {
        return read(
                new StationRef(
                        row.get(CONNECTOR_BLOCK.TENANT_ID),
                        row.get(CONNECTOR_BLOCK.STATION_ID),
                        row.get(STATION.IDENTITY)),
                row.into(CONNECTOR_BLOCK));
    }

    private static ConnectorBlock read(StationRef station, ConnectorBlockRecord row) {
        return new ConnectorBlock(
                station,
                new BlockPlace(row.getEvse(), row.getConnector()),
                row.getNumber(),
                new ConnectorBlock.Terms(row.getReason(), row.getBlockedBy(), row.getEndsAt()),
                row.getBlockedAt(),
                row.getLiftedAt(),
                row.getIsWanted(),
                new ConnectorBlock.Answer(BlockResult.of(row.getResult()), row.getResultAt()));
    }
}
