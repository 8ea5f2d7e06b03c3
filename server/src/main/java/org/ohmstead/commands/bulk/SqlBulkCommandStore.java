package org.ohmstead.commands.bulk;

import static org.ohmstead.db.schema.Tables.BULK_COMMAND;
import static org.ohmstead.db.schema.Tables.BULK_COMMAND_STATION;
import static org.ohmstead.db.schema.Tables.COMMAND;
import static org.ohmstead.db.schema.Tables.STATION;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.commands.bulk.BulkCommand.State;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The rows of commands for many stations. Their units of work go by the id of the whole. */
@Singleton
public class SqlBulkCommandStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS_A_STATEMENT = 500;

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlBulkCommandStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** A station that has not had its turn. */
    record Turn(int place, StationRef station) {}

    /** @return its id */
    long add(Tx tx, Actor by, BulkOrder order, List<StationRef> stations, Instant now) {
        long id = tx.sql()
                .insertInto(BULK_COMMAND)
                .set(BULK_COMMAND.TENANT_ID, by.tenant())
                .set(BULK_COMMAND.ORDER_JSON, write(order))
                .set(BULK_COMMAND.ACTOR, by.word())
                .set(BULK_COMMAND.ADDRESS, by.origin().address())
                .set(BULK_COMMAND.REQUEST, by.origin().request())
                .set(BULK_COMMAND.STATE, State.RUNNING.word())
                .set(BULK_COMMAND.CREATED_AT, now)
                .returningResult(BULK_COMMAND.ID)
                .fetchSingle()
                .value1();
        for (int from = 0; from < stations.size(); from += ROWS_A_STATEMENT) {
            var insert = tx.sql()
                    .insertInto(
                            BULK_COMMAND_STATION,
                            BULK_COMMAND_STATION.TENANT_ID,
                            BULK_COMMAND_STATION.BULK_COMMAND_ID,
                            BULK_COMMAND_STATION.PLACE,
                            BULK_COMMAND_STATION.STATION_ID);
            for (int i = from; i < Math.min(from + ROWS_A_STATEMENT, stations.size()); i++) {
                insert = insert.values(by.tenant(), id, i + 1, stations.get(i).id());
            }
            insert.execute();
        }
        return id;
    }

    /** Of all tenants. */
    List<BulkCommand> open() {
        return database.read(Scope.everywhere())
                .selectFrom(BULK_COMMAND)
                .where(BULK_COMMAND.STATE.in(State.RUNNING.word(), State.STOPPING.word()))
                .and(BULK_COMMAND.ENDED_AT.isNull())
                .orderBy(BULK_COMMAND.ID)
                .fetch(SqlBulkCommandStore::read);
    }

    Optional<BulkCommand> find(Scope scope, long id) {
        return database.read(scope)
                .selectFrom(BULK_COMMAND)
                .where(scope.of(BULK_COMMAND.TENANT_ID))
                .and(BULK_COMMAND.ID.eq(id))
                .fetchOptional(SqlBulkCommandStore::read);
    }

    /** The newest first. @param actor who sent it; null: anybody */
    List<BulkCommand> before(Scope scope, @Nullable String actor, @Nullable Long before, int rows) {
        Condition where = scope.of(BULK_COMMAND.TENANT_ID);
        where = actor == null ? where : where.and(BULK_COMMAND.ACTOR.eq(actor));
        return database.read(scope)
                .selectFrom(BULK_COMMAND)
                .where(before == null ? where : where.and(BULK_COMMAND.ID.lt(before)))
                .orderBy(BULK_COMMAND.ID.desc())
                .limit(rows)
                .fetch(SqlBulkCommandStore::read);
    }

    List<Turn> waiting(BulkCommand bulk, int afterPlace, int rows) {
        return database.read(bulk.by().scope())
                .select(BULK_COMMAND_STATION.PLACE, STATION.TENANT_ID, STATION.ID, STATION.IDENTITY)
                .from(BULK_COMMAND_STATION)
                .join(STATION)
                .on(STATION.ID.eq(BULK_COMMAND_STATION.STATION_ID))
                .where(of(bulk.tenant(), bulk.id()))
                .and(BULK_COMMAND_STATION.DONE_AT.isNull())
                .and(BULK_COMMAND_STATION.PLACE.gt(afterPlace))
                .orderBy(BULK_COMMAND_STATION.PLACE)
                .limit(rows)
                .fetch(row -> new Turn(row.value1(), new StationRef(row.value2(), row.value3(), row.value4())));
    }

    void done(BulkCommand bulk, int place, @Nullable Long command, @Nullable String refusal, Instant now) {
        commits.write(bulk.by().scope(), bulk.id(), tx -> tx.sql()
                .update(BULK_COMMAND_STATION)
                .set(BULK_COMMAND_STATION.COMMAND_ID, command)
                .set(BULK_COMMAND_STATION.REFUSAL, refusal)
                .set(BULK_COMMAND_STATION.DONE_AT, now)
                .where(of(bulk.tenant(), bulk.id()))
                .and(BULK_COMMAND_STATION.PLACE.eq(place))
                .execute());
    }

    /** @return false: it is in no state of these any more */
    static boolean become(Tx tx, BulkCommand bulk, State state, @Nullable Instant ended, List<State> from) {
        return tx.sql()
                        .update(BULK_COMMAND)
                        .set(BULK_COMMAND.STATE, state.word())
                        .set(BULK_COMMAND.ENDED_AT, ended)
                        .where(BULK_COMMAND.TENANT_ID.eq(bulk.tenant()))
                        .and(BULK_COMMAND.ID.eq(bulk.id()))
                        .and(BULK_COMMAND.STATE.in(
                                from.stream().map(State::word).toList()))
                        .execute()
                > 0;
    }

    BulkCommand.Progress progress(Scope scope, BulkCommand bulk) {
        Map<String, Integer> outcomes = new TreeMap<>();
        int total = 0;
        int done = 0;
        int refused = 0;
        int open = 0;
        var turn = DSL.when(BULK_COMMAND_STATION.DONE_AT.isNull(), DSL.inline(0))
                .when(BULK_COMMAND_STATION.REFUSAL.isNotNull(), DSL.inline(1))
                .otherwise(DSL.inline(2));
        for (var row : database.read(scope)
                .select(turn, COMMAND.OUTCOME, DSL.count())
                .from(BULK_COMMAND_STATION)
                .leftJoin(COMMAND)
                .on(COMMAND.ID.eq(BULK_COMMAND_STATION.COMMAND_ID))
                .where(scope.of(BULK_COMMAND_STATION.TENANT_ID, BULK_COMMAND_STATION.STATION_ID))
                .and(of(bulk.tenant(), bulk.id()))
                .groupBy(turn, COMMAND.OUTCOME)
                .fetch()) {
            int stations = row.value3();
            total += stations;
            done += row.value1() == 0 ? 0 : stations;
            refused += row.value1() == 1 ? stations : 0;
            open += row.value1() == 2 && row.value2() == null ? stations : 0;
            if (row.value2() != null) {
                outcomes.merge(row.value2(), stations, Integer::sum);
            }
        }
        return new BulkCommand.Progress(total, done, refused, open, outcomes);
    }

    /** In the order of their turns. */
    List<BulkCommand.OfStation> stations(Scope scope, BulkCommand bulk, int afterPlace, int rows) {
        return database.read(scope)
                .select(
                        BULK_COMMAND_STATION.PLACE,
                        STATION.IDENTITY,
                        BULK_COMMAND_STATION.COMMAND_ID,
                        BULK_COMMAND_STATION.REFUSAL,
                        BULK_COMMAND_STATION.DONE_AT,
                        COMMAND.STATE,
                        COMMAND.OUTCOME,
                        COMMAND.RESULT_JSON)
                .from(BULK_COMMAND_STATION)
                .join(STATION)
                .on(STATION.ID.eq(BULK_COMMAND_STATION.STATION_ID))
                .leftJoin(COMMAND)
                .on(COMMAND.ID.eq(BULK_COMMAND_STATION.COMMAND_ID))
                .where(scope.of(BULK_COMMAND_STATION.TENANT_ID, BULK_COMMAND_STATION.STATION_ID))
                .and(of(bulk.tenant(), bulk.id()))
                .and(BULK_COMMAND_STATION.PLACE.gt(afterPlace))
                .orderBy(BULK_COMMAND_STATION.PLACE)
                .limit(rows)
                .fetch(SqlBulkCommandStore::ofStation);
    }

    private static BulkCommand.OfStation ofStation(Record row) {
        String state = row.get(COMMAND.STATE);
        String kept = row.get(COMMAND.RESULT_JSON);
        JsonNode result = kept == null ? JSON.missingNode() : StoredJson.read(kept);
        JsonNode status = result.at("/response/status");
        return new BulkCommand.OfStation(
                row.get(BULK_COMMAND_STATION.PLACE),
                row.get(STATION.IDENTITY),
                row.get(BULK_COMMAND_STATION.COMMAND_ID),
                state == null
                        ? null
                        : StoredCommand.State.valueOf(state.toUpperCase(Locale.ROOT))
                                .word(),
                row.get(COMMAND.OUTCOME),
                status.isTextual() ? status.asText() : null,
                result.path("text").isTextual() ? result.path("text").asText() : null,
                row.get(BULK_COMMAND_STATION.REFUSAL),
                row.get(BULK_COMMAND_STATION.DONE_AT));
    }

    private static Condition of(long tenant, long bulk) {
        return BULK_COMMAND_STATION.TENANT_ID.eq(tenant).and(BULK_COMMAND_STATION.BULK_COMMAND_ID.eq(bulk));
    }

    private static BulkCommand read(Record row) {
        Actor by = Actor.of(
                row.get(BULK_COMMAND.TENANT_ID),
                row.get(BULK_COMMAND.ACTOR),
                new Actor.Origin(row.get(BULK_COMMAND.ADDRESS), row.get(BULK_COMMAND.REQUEST)));
        return new BulkCommand(
                row.get(BULK_COMMAND.ID),
                by,
                order(row.get(BULK_COMMAND.ORDER_JSON)),
                State.of(row.get(BULK_COMMAND.STATE)),
                row.get(BULK_COMMAND.CREATED_AT),
                row.get(BULK_COMMAND.ENDED_AT));
    }

    private static String write(BulkOrder order) {
        try {
            return JSON.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static BulkOrder order(String json) {
        try {
            return JSON.readValue(json, BulkOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("bulk_command.order_json holds no order", e);
        }
    }

    void pruneBefore(Instant end) {
        new OldRows(BULK_COMMAND, BULK_COMMAND.ID, BULK_COMMAND.ENDED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }
}
