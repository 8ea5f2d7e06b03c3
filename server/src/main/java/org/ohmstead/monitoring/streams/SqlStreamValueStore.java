package org.ohmstead.monitoring.streams;

import static org.ohmstead.db.schema.Tables.EVENT_STREAM;
import static org.ohmstead.db.schema.Tables.STREAM_VALUE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.Growth;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** The table of values that came in streams. */
@Singleton
public class SqlStreamValueStore {
    /** So many of a station stay, the newest. */
    static final int MOST = 1_000_000;

    private final Database database;
    private final GroupCommit commits;
    private final Growth<StationRef> growth = new Growth<>(MOST / 10);

    @Inject
    public SqlStreamValueStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** A value as it is kept. */
    record Kept(long id, long stream, StreamValue value, Instant receivedAt) {}

    /**
     * Which values are looked for.
     *
     * @param streams ids; null: of all streams
     * @param from    by the station's clock
     * @param to      not with it
     */
    record Filter(
            @Nullable Collection<Long> streams,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Writes what has come, of stations of any tenant, in one commit. */
    void add(List<StreamValues.Arrival> arrivals) {
        commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            arrivals.forEach(arrival -> add(tx, arrival));
            return null;
        });
        arrivals.forEach(
                arrival -> growth.add(arrival.station(), arrival.values().size()));
    }

    private static void add(Tx tx, StreamValues.Arrival arrival) {
        for (StreamValue value : arrival.values()) {
            tx.later(tx.sql()
                    .insertInto(STREAM_VALUE)
                    .set(STREAM_VALUE.TENANT_ID, arrival.station().tenant())
                    .set(STREAM_VALUE.STATION_ID, arrival.station().id())
                    .set(STREAM_VALUE.STREAM_ID, arrival.stream())
                    .set(STREAM_VALUE.VALUE_AT, value.at())
                    .set(STREAM_VALUE.VALUE, value.value())
                    .set(STREAM_VALUE.RECEIVED_AT, arrival.receivedAt()));
        }
        tx.later(tx.sql()
                .update(EVENT_STREAM)
                .set(EVENT_STREAM.PENDING, arrival.pending())
                .set(EVENT_STREAM.LAST_AT, arrival.receivedAt())
                .where(EVENT_STREAM.ID.eq(arrival.stream())));
    }

    /** The latest by the station's clock first. */
    List<Kept> before(StationRef station, Filter filter, int rows, @Nullable Cursor after) {
        Condition where = STREAM_VALUE.TENANT_ID.eq(station.tenant()).and(STREAM_VALUE.STATION_ID.eq(station.id()));
        if (filter.streams() != null) {
            where = where.and(STREAM_VALUE.STREAM_ID.in(filter.streams()));
        }
        if (filter.from() != null) {
            where = where.and(STREAM_VALUE.VALUE_AT.ge(filter.from()));
        }
        if (filter.to() != null) {
            where = where.and(STREAM_VALUE.VALUE_AT.lt(filter.to()));
        }
        return database.read(station.scope())
                .selectFrom(STREAM_VALUE)
                .where(where)
                .and(behind(after))
                .orderBy(STREAM_VALUE.VALUE_AT.desc(), STREAM_VALUE.ID.desc())
                .limit(rows)
                .fetch(row -> new Kept(
                        row.getId(),
                        row.getStreamId(),
                        new StreamValue(row.getValueAt(), row.getValue()),
                        row.getReceivedAt()));
    }

    private static Condition behind(@Nullable Cursor after) {
        if (after == null) {
            return DSL.noCondition();
        }
        try {
            return DSL.row(STREAM_VALUE.VALUE_AT, STREAM_VALUE.ID)
                    .lt(DSL.row(Instant.parse(after.key(0, 2)), Long.valueOf(after.key(1, 2))));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw Refused.invalid(
                    "cursor", "cursor is none of this list. Take it unchanged from next of the page before.");
        }
    }

    public void pruneBefore(Instant end) {
        new OldRows(STREAM_VALUE, STREAM_VALUE.ID, STREAM_VALUE.RECEIVED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    /** Of stations that send without end the newest million stay. */
    public void pruneBeyondMost() {
        growth.take()
                .forEach(station ->
                        SmallSteps.run(() -> commits.write(station.scope(), GroupCommit.UPKEEP, tx -> tx.sql()
                                        .deleteFrom(STREAM_VALUE)
                                        .where(STREAM_VALUE.ID.in(DSL.select(STREAM_VALUE.ID)
                                                .from(STREAM_VALUE)
                                                .where(STREAM_VALUE.TENANT_ID.eq(station.tenant()))
                                                .and(STREAM_VALUE.STATION_ID.eq(station.id()))
                                                .orderBy(STREAM_VALUE.VALUE_AT.desc(), STREAM_VALUE.ID.desc())
                                                .limit(SmallSteps.ROWS)
                                                .offset(MOST)))
                                        .execute())
                                == SmallSteps.ROWS));
    }
}
