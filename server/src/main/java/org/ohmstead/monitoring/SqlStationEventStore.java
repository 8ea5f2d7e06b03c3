package org.ohmstead.monitoring;

import static org.ohmstead.db.schema.Tables.STATION_EVENT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.ageing.Growth;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.CanonicalJson;
import org.ohmstead.notices.NoticeFilter;
import org.ohmstead.notices.PartsDigest;
import org.ohmstead.notices.SqlArrivalOrder;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The table of stations' events. */
@Singleton
public class SqlStationEventStore {
    /** So many events of a station stay, the newest. */
    static final int MOST = 20_000;

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;
    private final Growth<StationRef> growth = new Growth<>(MOST / 10);

    @Inject
    public SqlStationEventStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** Stores those that do not stand already, and tells of them. */
    void append(StationRef station, List<StationEvent> events, BiConsumer<Tx, StationEvent> fresh, Consumer<Tx> also) {
        commits.write(station.scope(), station.id(), tx -> {
            for (StationEvent event : events) {
                if (!insert(tx, station, event)) {
                    continue;
                }
                fresh.accept(tx, event);
                if (!event.isPeriodic()) {
                    outbox.append(
                            tx,
                            new StationEventReported(
                                    station.tenant(),
                                    station.id(),
                                    event.receivedAt(),
                                    station.identity(),
                                    event.at(),
                                    event.data()));
                }
            }
            also.accept(tx);
            return true;
        });
        growth.add(station, events.size());
    }

    private static boolean insert(Tx tx, StationRef station, StationEvent event) {
        String json = event.data().toString();
        return tx.sql()
                        .insertInto(STATION_EVENT)
                        .set(STATION_EVENT.TENANT_ID, station.tenant())
                        .set(STATION_EVENT.STATION_ID, station.id())
                        .set(STATION_EVENT.STATION_AT, event.at())
                        .set(STATION_EVENT.RECEIVED_AT, event.receivedAt())
                        .set(STATION_EVENT.DIGEST, PartsDigest.of(CanonicalJson.of(event.data())))
                        .set(STATION_EVENT.EVENT_JSON, json)
                        .onConflict(
                                STATION_EVENT.TENANT_ID,
                                STATION_EVENT.STATION_ID,
                                STATION_EVENT.STATION_AT,
                                STATION_EVENT.DIGEST)
                        .doNothing()
                        .execute()
                > 0;
    }

    List<StationEvent.Kept> before(StationRef station, NoticeFilter filter, int rows, @Nullable Cursor after) {
        Condition where = STATION_EVENT.TENANT_ID.eq(station.tenant()).and(STATION_EVENT.STATION_ID.eq(station.id()));
        return database.read(station.scope())
                .selectFrom(STATION_EVENT)
                .where(where.and(SqlArrivalOrder.between(STATION_EVENT.RECEIVED_AT, filter.from(), filter.to())))
                .and(SqlArrivalOrder.behind(STATION_EVENT.RECEIVED_AT, STATION_EVENT.ID, after))
                .orderBy(STATION_EVENT.RECEIVED_AT.desc(), STATION_EVENT.ID.desc())
                .limit(rows)
                .fetch(row -> new StationEvent.Kept(
                        row.getId(), row.getStationAt(), StoredJson.read(row.getEventJson()), row.getReceivedAt()));
    }

    public void pruneBefore(Instant end) {
        new OldRows(STATION_EVENT, STATION_EVENT.ID, STATION_EVENT.RECEIVED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    /** Of stations that report without end the newest 20,000 stay. */
    public void pruneBeyondMost() {
        growth.take()
                .forEach(station ->
                        SmallSteps.run(() -> commits.write(station.scope(), GroupCommit.UPKEEP, tx -> tx.sql()
                                        .deleteFrom(STATION_EVENT)
                                        .where(STATION_EVENT.ID.in(DSL.select(STATION_EVENT.ID)
                                                .from(STATION_EVENT)
                                                .where(STATION_EVENT.TENANT_ID.eq(station.tenant()))
                                                .and(STATION_EVENT.STATION_ID.eq(station.id()))
                                                .orderBy(STATION_EVENT.RECEIVED_AT.desc(), STATION_EVENT.ID.desc())
                                                .limit(SmallSteps.ROWS)
                                                .offset(MOST)))
                                        .execute())
                                == SmallSteps.ROWS));
    }
}
