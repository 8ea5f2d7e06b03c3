package org.ohmstead.charging.ageing;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.METER_READING;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.OneByOne;
import org.ohmstead.charging.readings.OldReading;
import org.ohmstead.charging.readings.Rollup;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.store.SqlRollupRows;
import org.ohmstead.charging.store.SqlSessionRow;
import org.ohmstead.db.Database;
import org.ohmstead.db.Row;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/**
 * Rolls old readings up: a session's when it has given no sign for as long as readings are kept, those without a session when
 * they are older than that. Each step is a unit of work of the station, so that nothing of it comes in between.
 */
@Singleton
public class SqlReadingSweep {
    private static final String COLUMNS = """
            select id, evse, connector, seq_no, message_id, context, sampled_at, station_at, received_at, energy_wh,
                energy_other_wh, energy_interval_wh, power_w, soc_percent, digest, sampled_json
            from meter_reading where\s""";
    private static final String OF_SESSION = "tenant_id = ? and session_id = ?";
    /** Plus signs, so that the index of the station's readings is not taken, which has all of them. */
    private static final String OF_METERS =
            "session_id is null and id between ? and ? and +tenant_id = ? and +station_id = ?";

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlReadingSweep(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** What became of a session whose turn it was. */
    private enum Step {
        MORE, // it may have more that is old
        OVER,
        YOUNG
    }

    /** The ids of old readings of a station's meters. */
    private record Batch(StationRef station, long from, long to) {}

    /** In the order of the sessions' ids, which is that of their begin, up to the first one that is young. */
    void sessionsBefore(Instant end) {
        long[] last = new long[1];
        SmallSteps.run(() -> {
            Optional<Long> next = nextSession(last[0]);
            AtomicReference<Step> step = new AtomicReference<>(Step.OVER);
            next.ifPresent(session -> OneByOne.attempt(
                    () -> "session=" + session + ": rolling up its readings", () -> step.set(rollUp(session, end))));
            last[0] = step.get() == Step.OVER ? next.orElse(Long.MAX_VALUE) : last[0];
            return next.isPresent() && step.get() != Step.YOUNG;
        });
    }

    private Optional<Long> nextSession(long after) {
        return database.read(Scope.everywhere())
                .select(DSL.min(METER_READING.SESSION_ID))
                .from(METER_READING)
                .where(METER_READING.SESSION_ID.gt(after))
                .fetchOptional(0, Long.class);
    }

    private Step rollUp(long session, Instant end) {
        var found = database.read(Scope.everywhere())
                .select(
                        CHARGING_SESSION.TENANT_ID,
                        CHARGING_SESSION.STATION_ID,
                        CHARGING_SESSION.RECEIVED_AT,
                        CHARGING_SESSION.UPDATED_AT)
                .from(CHARGING_SESSION)
                .where(CHARGING_SESSION.ID.eq(session))
                .fetchSingle();
        if (!found.value3().isBefore(end)) {
            return Step.YOUNG;
        }
        StationRef station = new StationRef(found.value1(), found.value2(), "");
        return found.value4().isBefore(end) && rollUp(station, session, end) ? Step.MORE : Step.OVER;
    }

    /** @return whether the session may have more of them */
    private boolean rollUp(StationRef station, long number, Instant end) {
        return commits.write(station.scope(), station.id(), tx -> {
            ChargingSession session = tx.sql()
                    .selectFrom(CHARGING_SESSION)
                    .where(CHARGING_SESSION.ID.eq(number))
                    .fetchSingle(row -> SqlSessionRow.read(row, station));
            if (!session.times().updatedAt().isBefore(end)) {
                return false;
            }
            List<OldReading> oldest = tx.rows(
                    COLUMNS + OF_SESSION + " order by id limit " + SmallSteps.ROWS,
                    SqlReadingSweep::read,
                    station.tenant(),
                    session.id());
            List<OldReading> old = oldest.stream()
                    .takeWhile(reading -> reading.receivedAt().isBefore(end))
                    .toList();
            if (old.isEmpty()) {
                return false;
            }
            enter(tx, station, session, old);
            tx.later(
                    "delete from meter_reading where tenant_id = ? and session_id = ? and id <= ?",
                    station.tenant(),
                    session.id(),
                    old.getLast().id());
            return old.size() == SmallSteps.ROWS;
        });
    }

    private static void enter(Tx tx, StationRef station, @Nullable ChargingSession session, List<OldReading> old) {
        Long number = session == null ? null : session.id();
        List<Instant> quarters =
                old.stream().map(reading -> reading.slot().from()).sorted().toList();
        Map<Rollup.Slot, Rollup> merged = new LinkedHashMap<>();
        List<Long> replaced = new ArrayList<>();
        var standing = SqlRollupRows.between(tx, station, number, quarters.getFirst(), quarters.getLast());
        Map<Rollup.Slot, SqlRollupRows.Stored> known = standing.stream()
                .collect(Collectors.toMap(stored -> stored.rollup().slot(), stored -> stored));
        for (OldReading reading : old) {
            Rollup.Slot slot = reading.slot();
            SqlRollupRows.Stored stored = known.remove(slot);
            if (stored != null) {
                replaced.add(stored.id());
                merged.put(slot, stored.rollup());
            }
            merged.put(slot, merged.getOrDefault(slot, Rollup.empty(slot)).plus(reading, reading.isKept(session)));
        }
        SqlRollupRows.replace(tx, station, number, replaced, List.copyOf(merged.values()));
    }

    /** In the order of arrival, each once: what cannot be rolled up stays, and those behind it come all the same. */
    void othersBefore(Instant end) {
        long[] last = new long[1];
        SmallSteps.run(() -> {
            var oldest = database.read(Scope.everywhere())
                    .select(
                            METER_READING.ID,
                            METER_READING.TENANT_ID,
                            METER_READING.STATION_ID,
                            METER_READING.RECEIVED_AT)
                    .from(METER_READING)
                    .where(METER_READING.SESSION_ID.isNull())
                    .and(METER_READING.ID.gt(last[0]))
                    .orderBy(METER_READING.ID)
                    .limit(SmallSteps.ROWS)
                    .fetch();
            Map<StationRef, Batch> batches = oldest.stream()
                    .takeWhile(row -> row.value4().isBefore(end))
                    .map(row -> new Batch(new StationRef(row.value2(), row.value3(), ""), row.value1(), row.value1()))
                    .collect(Collectors.toMap(
                            Batch::station,
                            batch -> batch,
                            (one, other) -> new Batch(one.station(), one.from(), other.to()),
                            LinkedHashMap::new));
            for (Batch batch : batches.values()) {
                OneByOne.attempt(() -> batch + ": rolling up its readings", () -> rollUp(batch));
                last[0] = Math.max(last[0], batch.to());
            }
            return !batches.isEmpty();
        });
    }

    private void rollUp(Batch batch) {
        StationRef station = batch.station();
        commits.write(station.scope(), station.id(), tx -> {
            List<OldReading> old = tx.rows(
                    COLUMNS + OF_METERS + " order by id",
                    SqlReadingSweep::read,
                    batch.from(),
                    batch.to(),
                    station.tenant(),
                    station.id());
            if (!old.isEmpty()) {
                enter(tx, station, null, old);
                tx.later(
                        "delete from meter_reading where " + OF_METERS,
                        batch.from(),
                        batch.to(),
                        station.tenant(),
                        station.id());
            }
            return null;
        });
    }

    private static OldReading read(Row row) {
        return new OldReading(
                row.number(1),
                new ConnectorRef(row.integer(2), row.integer(3)),
                row.integer(4),
                row.text(5),
                row.text(6),
                Objects.requireNonNull(row.instant(7)),
                row.instant(8),
                Objects.requireNonNull(row.instant(9)),
                SqlSessionRow.decimal(row.decimal(10)),
                SqlSessionRow.decimal(row.decimal(11)),
                SqlSessionRow.decimal(row.decimal(12)),
                SqlSessionRow.decimal(row.decimal(13)),
                SqlSessionRow.decimal(row.decimal(14)),
                row.number(15),
                Objects.requireNonNull(row.text(16)));
    }
}
