package org.ohmstead.batteryswap;

import static org.ohmstead.db.schema.Tables.BATTERY_SWAP;
import static org.ohmstead.db.schema.Tables.STATION;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The rows of battery swaps. */
@Singleton
public class SqlBatterySwapStore {
    /** So many swaps of one number are looked at for the one that a report belongs to. */
    private static final int NEWEST = 5;

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlBatterySwapStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** A command is about to leave. One that comes back, and leaves again, is the same swap. */
    void requested(Tx tx, StationRef station, long command, SlotReport asked, Instant now) {
        if (byCommand(tx.sql(), station, command).isEmpty()) {
            tell(
                    tx,
                    station,
                    insert(tx, station, fresh(station, asked, BatterySwap.State.REQUESTED, command, now)),
                    now);
        }
    }

    /** The command has ended. What its station has reported meanwhile tells more. */
    void answered(
            Tx tx, StationRef station, long command, BatterySwap.State state, @Nullable String said, Instant now) {
        BatterySwap swap = byCommand(tx.sql(), station, command).orElse(null);
        if (swap == null || swap.state() != BatterySwap.State.REQUESTED) {
            return;
        }
        boolean ends = state == BatterySwap.State.REJECTED;
        tx.sql()
                .update(BATTERY_SWAP)
                .set(BATTERY_SWAP.STATE, state.word())
                .set(BATTERY_SWAP.SAID, state == BatterySwap.State.ACCEPTED ? null : said)
                .set(BATTERY_SWAP.ENDED_AT, ends ? now : null)
                .where(of(station).and(BATTERY_SWAP.ID.eq(swap.id())))
                .execute();
        byCommand(tx.sql(), station, command).ifPresent(after -> tell(tx, station, after, now));
    }

    /** Something happened at the slots. It goes on with a swap, is a repetition, or begins one. */
    void reported(StationRef station, SlotReport report, Instant now) {
        commits.write(station.scope(), station.id(), tx -> {
            List<BatterySwap> newest = select(
                            tx.sql(), of(station).and(BATTERY_SWAP.REQUEST_NUMBER.eq(report.request())))
                    .orderBy(BATTERY_SWAP.ID.desc())
                    .limit(NEWEST)
                    .fetch(SqlBatterySwapStore::read);
            if (newest.stream().noneMatch(swap -> swap.has(report, now))) {
                BatterySwap before = newest.stream()
                        .filter(swap -> swap.takes(report, now))
                        .findFirst()
                        .orElseGet(() ->
                                insert(tx, station, fresh(station, report, BatterySwap.State.UNKNOWN, null, now)));
                BatterySwap after = before.after(report, now);
                update(tx, station, after);
                tell(tx, station, after, now);
            }
            return true;
        });
    }

    private static BatterySwap fresh(
            StationRef station, SlotReport report, BatterySwap.State state, @Nullable Long command, Instant now) {
        return new BatterySwap(
                0,
                station.identity(),
                report.request(),
                command,
                report.token(),
                report.tokenType(),
                state,
                null,
                null,
                null,
                null,
                now,
                null,
                null,
                null);
    }

    private static BatterySwap insert(Tx tx, StationRef station, BatterySwap swap) {
        long id = tx.nextId("battery_swap");
        tx.sql()
                .insertInto(BATTERY_SWAP)
                .set(BATTERY_SWAP.ID, id)
                .set(BATTERY_SWAP.TENANT_ID, station.tenant())
                .set(BATTERY_SWAP.STATION_ID, station.id())
                .set(BATTERY_SWAP.REQUEST_NUMBER, swap.request())
                .set(BATTERY_SWAP.COMMAND_NUMBER, swap.command())
                .set(BATTERY_SWAP.TOKEN, swap.token())
                .set(BATTERY_SWAP.TOKEN_TYPE, swap.tokenType())
                .set(BATTERY_SWAP.STATE, swap.state().word())
                .set(BATTERY_SWAP.BEGUN_AT, swap.begunAt())
                .execute();
        return select(tx.sql(), of(station).and(BATTERY_SWAP.ID.eq(id)))
                .fetchOptional(SqlBatterySwapStore::read)
                .orElseThrow();
    }

    private static void update(Tx tx, StationRef station, BatterySwap swap) {
        tx.sql()
                .update(BATTERY_SWAP)
                .set(BATTERY_SWAP.STATE, swap.state().word())
                .set(BATTERY_SWAP.IN_JSON, text(swap.in()))
                .set(BATTERY_SWAP.OUT_JSON, text(swap.out()))
                .set(BATTERY_SWAP.LEFT_JSON, text(swap.left()))
                .set(BATTERY_SWAP.IN_AT, swap.inAt())
                .set(BATTERY_SWAP.OUT_AT, swap.outAt())
                .set(BATTERY_SWAP.ENDED_AT, swap.endedAt())
                .where(of(station).and(BATTERY_SWAP.ID.eq(swap.id())))
                .execute();
    }

    private static @Nullable String text(@Nullable JsonNode json) {
        return json == null ? null : json.toString();
    }

    private void tell(Tx tx, StationRef station, BatterySwap swap, Instant now) {
        outbox.append(
                tx,
                new BatterySwapChanged(
                        station.tenant(),
                        station.id(),
                        now,
                        station.identity(),
                        swap.id(),
                        swap.request(),
                        swap.token(),
                        swap.state().word(),
                        swap.in(),
                        swap.out()));
    }

    Optional<BatterySwap> byCommand(StationRef station, long command) {
        return byCommand(database.read(station.scope()), station, command);
    }

    private static Optional<BatterySwap> byCommand(DSLContext sql, StationRef station, long command) {
        return select(sql, of(station).and(BATTERY_SWAP.COMMAND_NUMBER.eq(command)))
                .fetchOptional(SqlBatterySwapStore::read);
    }

    Optional<BatterySwap> find(Scope scope, long id) {
        return select(
                        database.read(scope),
                        scope.of(BATTERY_SWAP.TENANT_ID, BATTERY_SWAP.STATION_ID)
                                .and(BATTERY_SWAP.ID.eq(id)))
                .fetchOptional(SqlBatterySwapStore::read);
    }

    List<BatterySwap> before(Scope scope, BatterySwapFilter filter, int rows, @Nullable Cursor after) {
        Condition where =
                scope.of(BATTERY_SWAP.TENANT_ID, BATTERY_SWAP.STATION_ID).and(condition(filter));
        return select(database.read(scope), after == null ? where : where.and(BATTERY_SWAP.ID.lt(after.id())))
                .orderBy(BATTERY_SWAP.ID.desc())
                .limit(rows)
                .fetch(SqlBatterySwapStore::read);
    }

    private static Condition condition(BatterySwapFilter filter) {
        Condition all = DSL.noCondition();
        all = filter.station() == null ? all : all.and(BATTERY_SWAP.STATION_ID.eq(filter.station()));
        all = filter.state() == null
                ? all
                : all.and(BATTERY_SWAP.STATE.eq(filter.state().word()));
        all = filter.token() == null ? all : all.and(BATTERY_SWAP.TOKEN.equalIgnoreCase(filter.token()));
        all = filter.from() == null ? all : all.and(BATTERY_SWAP.BEGUN_AT.ge(filter.from()));
        return filter.to() == null ? all : all.and(BATTERY_SWAP.BEGUN_AT.lt(filter.to()));
    }

    private static SelectConditionStep<? extends Record> select(DSLContext sql, Condition where) {
        return sql.select(BATTERY_SWAP.asterisk(), STATION.IDENTITY)
                .from(BATTERY_SWAP)
                .join(STATION)
                .on(STATION.ID.eq(BATTERY_SWAP.STATION_ID))
                .where(where);
    }

    private static Condition of(StationRef station) {
        return BATTERY_SWAP.TENANT_ID.eq(station.tenant()).and(BATTERY_SWAP.STATION_ID.eq(station.id()));
    }

    private static BatterySwap read(Record row) {
        return new BatterySwap(
                row.get(BATTERY_SWAP.ID),
                row.get(STATION.IDENTITY),
                row.get(BATTERY_SWAP.REQUEST_NUMBER),
                row.get(BATTERY_SWAP.COMMAND_NUMBER),
                row.get(BATTERY_SWAP.TOKEN),
                row.get(BATTERY_SWAP.TOKEN_TYPE),
                BatterySwap.State.of(row.get(BATTERY_SWAP.STATE)),
                row.get(BATTERY_SWAP.SAID),
                json(row.get(BATTERY_SWAP.IN_JSON)),
                json(row.get(BATTERY_SWAP.OUT_JSON)),
                json(row.get(BATTERY_SWAP.LEFT_JSON)),
                row.get(BATTERY_SWAP.BEGUN_AT),
                row.get(BATTERY_SWAP.IN_AT),
                row.get(BATTERY_SWAP.OUT_AT),
                row.get(BATTERY_SWAP.ENDED_AT));
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : StoredJson.read(Objects.requireNonNull(text));
    }
}
