package org.ohmstead.commands;

import static org.ohmstead.db.schema.Tables.COMMAND;
import static org.ohmstead.db.schema.Tables.STATION;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.commands.StoredCommand.State;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.secrets.Secrets;
import org.ohmstead.stations.StationRef;

/** The table of commands. */
@Singleton
public class SqlCommandStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlCommandStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /**
     * A command that is new.
     *
     * @param key by which a repetition is known
     */
    record Entry(
            Actor by,
            StationRef station,
            Command command,
            JsonNode payload,
            @Nullable OcppVersion version,
            String key) {}

    /** @return its id; empty: one with its key stands already */
    Optional<Long> add(Tx tx, Entry entry, State state, Instant now, @Nullable Instant expires) {
        int added = tx.sql()
                .insertInto(COMMAND)
                .set(COMMAND.TENANT_ID, entry.station().tenant())
                .set(COMMAND.STATION_ID, entry.station().id())
                .set(COMMAND.ACTION, entry.command().action())
                .set(
                        COMMAND.VERSION,
                        entry.version() == null ? null : entry.version().number())
                .set(COMMAND.PAYLOAD_JSON, kept(entry.payload(), state))
                .set(COMMAND.ACTOR, entry.by().word())
                .set(COMMAND.ADDRESS, entry.by().origin().address())
                .set(COMMAND.REQUEST, entry.by().origin().request())
                .set(COMMAND.STATE, state.word())
                .set(COMMAND.PATIENCE_MILLIS, entry.command().patience().toMillis())
                .set(COMMAND.REPEAT_KEY, entry.key())
                .set(COMMAND.CREATED_AT, now)
                .set(COMMAND.EXPIRES_AT, expires)
                .set(COMMAND.SENT_AT, state == State.SENT ? now : null)
                .onConflict(COMMAND.TENANT_ID, COMMAND.ACTOR, COMMAND.REPEAT_KEY)
                .doNothing()
                .execute();
        return added == 0 ? Optional.empty() : Optional.of(id(tx, entry));
    }

    /** One that waits is sent from its row, so what it links to stays in it until then. */
    private static String kept(JsonNode payload, State state) {
        return (state == State.QUEUED ? payload : Secrets.masked(payload)).toString();
    }

    private static long id(Tx tx, Entry entry) {
        return tx.sql()
                .select(COMMAND.ID)
                .from(COMMAND)
                .where(keyed(entry.station().tenant(), entry.by(), entry.key()))
                .fetchSingle()
                .value1();
    }

    /** A key that has had its day may be used again. */
    void freeKey(Tx tx, Actor by, String key, Instant before) {
        tx.sql()
                .update(COMMAND)
                .setNull(COMMAND.REPEAT_KEY)
                .where(keyed(by.tenant(), by, key))
                .and(COMMAND.CREATED_AT.lt(before))
                .execute();
    }

    private static Condition keyed(long tenant, Actor by, String key) {
        return COMMAND.TENANT_ID.eq(tenant).and(COMMAND.ACTOR.eq(by.word())).and(COMMAND.REPEAT_KEY.eq(key));
    }

    Optional<StoredCommand> byKey(Actor by, String key, Instant notBefore) {
        return select(by.scope(), keyed(by.tenant(), by, key).and(COMMAND.CREATED_AT.ge(notBefore)))
                .fetchOptional(SqlCommandRow::read);
    }

    /** @return false: it does not wait any more */
    boolean leaves(Tx tx, StoredCommand queued, OcppVersion version, Instant now) {
        return tx.sql()
                        .update(COMMAND)
                        .set(COMMAND.STATE, State.SENT.word())
                        .set(COMMAND.VERSION, version.number())
                        .set(COMMAND.PAYLOAD_JSON, kept(queued.payload(), State.SENT))
                        .set(COMMAND.SENT_AT, now)
                        .where(of(queued))
                        .and(COMMAND.STATE.eq(State.QUEUED.word()))
                        .execute()
                > 0;
    }

    /** It did not leave after all. */
    void waitsAgain(Tx tx, StoredCommand queued) {
        tx.sql()
                .update(COMMAND)
                .set(COMMAND.STATE, State.QUEUED.word())
                .set(COMMAND.PAYLOAD_JSON, kept(queued.payload(), State.QUEUED))
                .setNull(COMMAND.SENT_AT)
                .where(of(queued))
                .and(COMMAND.STATE.eq(State.SENT.word()))
                .execute();
    }

    private static Condition of(StoredCommand command) {
        return COMMAND.TENANT_ID.eq(command.station().tenant()).and(COMMAND.ID.eq(command.id()));
    }

    /** @param from the states in which it may be; @return false: it is in none of them */
    boolean ended(Tx tx, StationRef station, long id, CommandResult result, List<State> from) {
        return tx.sql()
                        .update(COMMAND)
                        .set(COMMAND.STATE, State.ENDED.word())
                        .set(COMMAND.OUTCOME, result.how().word())
                        .set(COMMAND.RESULT_JSON, ResultJson.write(result))
                        .set(COMMAND.ENDED_AT, result.endedAt())
                        .set(COMMAND.TOOK_MILLIS, result.tookMillis())
                        .where(COMMAND.TENANT_ID.eq(station.tenant()))
                        .and(COMMAND.ID.eq(id))
                        .and(COMMAND.STATE.in(from.stream().map(State::word).toList()))
                        .execute()
                > 0;
    }

    /** It never left, and never will: what it links to is in no row any more. */
    void calledOff(Tx tx, StationRef station, long id) {
        tx.sql()
                .update(COMMAND)
                .set(COMMAND.PAYLOAD_JSON, get(tx, station, id).payload().toString())
                .where(COMMAND.TENANT_ID.eq(station.tenant()))
                .and(COMMAND.ID.eq(id))
                .execute();
    }

    int waiting(Tx tx, StationRef station) {
        return tx.sql().fetchCount(COMMAND, queuedOf(station));
    }

    boolean isAnyQueued(StationRef station) {
        return database.read(station.scope()).fetchExists(COMMAND, queuedOf(station));
    }

    private static Condition queuedOf(StationRef station) {
        return COMMAND.TENANT_ID
                .eq(station.tenant())
                .and(COMMAND.STATION_ID.eq(station.id()))
                .and(COMMAND.STATE.eq(State.QUEUED.word()));
    }

    /** The one that has waited longest. */
    Optional<StoredCommand> head(StationRef station) {
        return select(station.scope(), queuedOf(station))
                .orderBy(COMMAND.ID)
                .limit(1)
                .fetchOptional(SqlCommandRow::read);
    }

    /** Of all tenants, for whom any command waits. */
    List<StationRef> stationsWithQueue() {
        return database.read(Scope.everywhere())
                .selectDistinct(STATION.TENANT_ID, STATION.ID, STATION.IDENTITY)
                .from(COMMAND)
                .join(STATION)
                .on(STATION.ID.eq(COMMAND.STATION_ID))
                .where(COMMAND.STATE.eq(State.QUEUED.word()))
                .fetch(row -> new StationRef(row.value1(), row.value2(), row.value3()));
    }

    /** Of all tenants, that waited too long. */
    List<StoredCommand> expired(Instant now, int rows) {
        return select(Scope.everywhere(), COMMAND.STATE.eq(State.QUEUED.word()).and(COMMAND.EXPIRES_AT.le(now)))
                .orderBy(COMMAND.ID)
                .limit(rows)
                .fetch(SqlCommandRow::read);
    }

    /** Of all tenants, that had left before this server began. */
    List<StoredCommand> open(Instant before, int rows) {
        return select(Scope.everywhere(), COMMAND.STATE.eq(State.SENT.word()).and(COMMAND.SENT_AT.lt(before)))
                .orderBy(COMMAND.ID)
                .limit(rows)
                .fetch(SqlCommandRow::read);
    }

    /** One that this unit of work has written. */
    StoredCommand get(Tx tx, StationRef station, long id) {
        return SqlCommandRow.select(
                        tx.sql(), COMMAND.TENANT_ID.eq(station.tenant()).and(COMMAND.ID.eq(id)))
                .fetchSingle(SqlCommandRow::read);
    }

    Optional<StoredCommand> find(Scope scope, long id) {
        return select(scope, scope.of(COMMAND.TENANT_ID, COMMAND.STATION_ID).and(COMMAND.ID.eq(id)))
                .fetchOptional(SqlCommandRow::read);
    }

    /** The newest first. */
    List<StoredCommand> before(Scope scope, CommandFilter filter, int rows, @Nullable Cursor after) {
        Condition where = scope.of(COMMAND.TENANT_ID, COMMAND.STATION_ID).and(matches(filter));
        return select(scope, after == null ? where : where.and(COMMAND.ID.lt(after.id())))
                .orderBy(COMMAND.ID.desc())
                .limit(rows)
                .fetch(SqlCommandRow::read);
    }

    private static Condition matches(CommandFilter filter) {
        Condition where = DSL.noCondition();
        if (filter.station() != null) {
            where = where.and(COMMAND.STATION_ID.eq(filter.station()));
        }
        if (filter.action() != null) {
            where = where.and(COMMAND.ACTION.eq(filter.action()));
        }
        if (filter.state() != null) {
            where = where.and(COMMAND.STATE.eq(filter.state().word()));
        }
        if (filter.outcome() != null) {
            where = where.and(COMMAND.OUTCOME.eq(filter.outcome().word()));
        }
        if (filter.actor() != null) {
            where = where.and(COMMAND.ACTOR.eq(filter.actor()));
        }
        if (filter.from() != null) {
            where = where.and(COMMAND.CREATED_AT.ge(filter.from()));
        }
        return filter.to() == null ? where : where.and(COMMAND.CREATED_AT.lt(filter.to()));
    }

    private SelectConditionStep<Record> select(Scope scope, Condition where) {
        return SqlCommandRow.select(
                database.read(scope), scope.of(COMMAND.TENANT_ID).and(where));
    }

    void pruneBefore(Instant end) {
        new OldRows(COMMAND, COMMAND.ID, COMMAND.ENDED_AT, SmallSteps.ROWS).deleteBefore(end, database, commits);
    }
}
