package org.ohmstead.stations.connections;

import static org.ohmstead.db.schema.Tables.CONNECTION;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.Growth;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.SqlStationStore;
import org.ohmstead.stations.StationRef;

/** The rows of connections. */
@Singleton
public class SqlConnectionStore {
    /** So many connections of a station stay, the newest. */
    static final int MOST = 5_000;

    private final Database database;
    private final GroupCommit commits;
    private final SqlStationStore stations;
    private final Outbox outbox;
    private final Growth<StationRef> growth = new Growth<>(MOST / 10);

    @Inject
    public SqlConnectionStore(Database database, GroupCommit commits, SqlStationStore stations, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.stations = stations;
        this.outbox = outbox;
    }

    long open(StationRef station, OcppVersion version, String address, String path, Instant at) {
        growth.add(station, 1);
        AtomicBoolean moved = new AtomicBoolean();
        long connection = commits.write(station.scope(), station.id(), tx -> {
            moved.set(stations.lease(tx, station));
            stations.version(tx, station, version);
            long number = tx.sql()
                    .insertInto(CONNECTION)
                    .set(CONNECTION.TENANT_ID, station.tenant())
                    .set(CONNECTION.STATION_ID, station.id())
                    .set(CONNECTION.OCPP_VERSION, version.number())
                    .set(CONNECTION.REMOTE_ADDRESS, address)
                    .set(CONNECTION.PATH, path)
                    .set(CONNECTION.OPENED_AT, at)
                    .set(CONNECTION.NODE_NAME, commits.node().name())
                    .returning(CONNECTION.ID)
                    .fetchSingle()
                    .getId();
            outbox.append(
                    tx,
                    new StationConnected(
                            station.tenant(), station.id(), at, station.identity(), number, version.number(), address));
            return number;
        });
        if (moved.get()) {
            stations.moved(station);
        }
        return connection;
    }

    /** @param since when it was opened */
    void close(StationRef station, long connection, Instant since, Connections.Closing closing) {
        commits.write(station.scope(), station.id(), tx -> {
            tx.later(
                    "update connection set closed_at = ?, close_code = ?, close_reason = ?"
                            + " where id = ? and closed_at is null",
                    closing.at(),
                    code(closing),
                    closing.reason(),
                    connection);
            disconnected(tx, station, connection, since, closing);
            return null;
        });
    }

    private void disconnected(Tx tx, StationRef station, long connection, Instant since, Connections.Closing closing) {
        long seconds = Math.max(0, Duration.between(since, closing.at()).toSeconds());
        outbox.append(
                tx,
                new StationDisconnected(
                        station.tenant(),
                        station.id(),
                        closing.at(),
                        station.identity(),
                        connection,
                        code(closing),
                        closing.reason(),
                        since,
                        seconds));
    }

    /** All that are open at this node, some at a time. */
    void closeAll(Connections.Closing closing) {
        int closed = SmallSteps.ROWS;
        while (closed == SmallSteps.ROWS) {
            closed = commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> closeSome(tx, closing));
        }
    }

    private int closeSome(Tx tx, Connections.Closing closing) {
        Condition ofThisNode = CONNECTION
                .NODE_NAME
                .isNull()
                .or(CONNECTION.NODE_NAME.eq(commits.node().name()));
        List<Record5<Long, Long, Long, Instant, String>> open = tx.sql()
                .select(
                        CONNECTION.ID,
                        CONNECTION.TENANT_ID,
                        CONNECTION.STATION_ID,
                        CONNECTION.OPENED_AT,
                        STATION.IDENTITY)
                .from(CONNECTION)
                .join(STATION)
                .on(STATION.ID.eq(CONNECTION.STATION_ID))
                .where(CONNECTION.CLOSED_AT.isNull())
                .and(ofThisNode)
                .orderBy(CONNECTION.ID)
                .limit(SmallSteps.ROWS)
                .fetch();
        tx.sql()
                .update(CONNECTION)
                .set(CONNECTION.CLOSED_AT, closing.at())
                .set(CONNECTION.CLOSE_CODE, code(closing))
                .set(CONNECTION.CLOSE_REASON, closing.reason())
                .where(CONNECTION.ID.in(open.stream().map(Record5::value1).toList()))
                .execute();
        open.forEach(row -> disconnected(
                tx, new StationRef(row.value2(), row.value3(), row.value5()), row.value1(), row.value4(), closing));
        return open.size();
    }

    private static @Nullable Integer code(Connections.Closing closing) {
        return closing.code() == 0 ? null : closing.code();
    }

    List<StationConnection> before(
            Scope scope, @Nullable StationRef station, @Nullable Boolean open, long before, int rows) {
        Condition where = scope.of(CONNECTION.TENANT_ID, CONNECTION.STATION_ID).and(CONNECTION.ID.lt(before));
        if (station != null) {
            where = where.and(CONNECTION.STATION_ID.eq(station.id()));
        }
        if (open != null) {
            where = where.and(open ? CONNECTION.CLOSED_AT.isNull() : CONNECTION.CLOSED_AT.isNotNull());
        }
        return database.read(scope)
                .select(CONNECTION.asterisk(), STATION.IDENTITY)
                .from(CONNECTION)
                .join(STATION)
                .on(STATION.ID.eq(CONNECTION.STATION_ID))
                .where(where)
                .orderBy(CONNECTION.ID.desc())
                .limit(rows)
                .fetch(SqlConnectionStore::read);
    }

    private static StationConnection read(Record row) {
        return new StationConnection(
                row.get(CONNECTION.ID),
                row.get(STATION.IDENTITY),
                row.get(CONNECTION.OCPP_VERSION),
                row.get(CONNECTION.REMOTE_ADDRESS),
                row.get(CONNECTION.PATH),
                row.get(CONNECTION.OPENED_AT),
                row.get(CONNECTION.CLOSED_AT),
                row.get(CONNECTION.CLOSE_CODE),
                row.get(CONNECTION.CLOSE_REASON));
    }

    void pruneClosedBefore(Instant end) {
        new OldRows(CONNECTION, CONNECTION.ID, CONNECTION.CLOSED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    /** Of stations that dial in without end the newest 5,000 stay, and those that are open. */
    void pruneBeyondMost() {
        growth.take()
                .forEach(station ->
                        SmallSteps.run(() -> commits.write(station.scope(), GroupCommit.UPKEEP, tx -> tx.sql()
                                        .deleteFrom(CONNECTION)
                                        .where(CONNECTION.CLOSED_AT.isNotNull())
                                        .and(CONNECTION.ID.in(DSL.select(CONNECTION.ID)
                                                .from(CONNECTION)
                                                .where(CONNECTION.TENANT_ID.eq(station.tenant()))
                                                .and(CONNECTION.STATION_ID.eq(station.id()))
                                                .orderBy(CONNECTION.ID.desc())
                                                .limit(SmallSteps.ROWS)
                                                .offset(MOST)))
                                        .execute())
                                == SmallSteps.ROWS));
    }
}
