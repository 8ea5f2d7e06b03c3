package org.ohmstead.charging.store;

import static org.ohmstead.db.schema.Tables.SESSION_EVENT;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ohmstead.charging.readings.ChargingJson;
import org.ohmstead.charging.readings.MeterPoint;
import org.ohmstead.charging.readings.MeterReading;
import org.ohmstead.charging.readings.ReadingSettings;
import org.ohmstead.charging.readings.Rollup;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.trail.TrailEntry;
import org.ohmstead.charging.trail.TransactionFacts;
import org.ohmstead.db.Row;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** What a session rests on: its events and its readings. Nothing here is ever changed; old readings are rolled up. */
@Singleton
public class SqlEvidenceStore {
    private static final String EVENT = """
            insert into session_event (tenant_id, session_id, kind, seq_no, action, message_id, trigger_word, station_at,
                received_at, is_offline, digest, detail_json)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    /** A reading that stands already stays as it is. */
    private static final String READING = """
            insert into meter_reading (tenant_id, station_id, evse, connector, session_id, seq_no, message_id,
                message_digest, context, sampled_at, station_at, received_at, energy_wh, energy_other_wh,
                energy_interval_wh, power_w, soc_percent, digest, sampled_json)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final String POINTS = """
            select sampled_at, seq_no, context, energy_wh, energy_other_wh, energy_interval_wh, power_w, digest
            from meter_reading
            where tenant_id = ? and session_id = ? order by id""";

    private static final String SEQ_NOS = """
            select seq_no from session_event where tenant_id = ? and session_id = ? and seq_no is not null
            union all
            select seq_no from meter_reading where tenant_id = ? and session_id = ? and seq_no is not null""";

    private static final String DIGESTS = """
            select digest from session_event where tenant_id = ? and session_id = ? and seq_no = ?
            union
            select message_digest from meter_reading
            where tenant_id = ? and session_id = ? and seq_no = ? and message_digest is not null""";

    private static final String LATEST =
            "select max(sampled_at) from meter_reading where tenant_id = ? and station_id = ?";

    private static RecentEvidence recent(Tx tx, StationRef station) {
        return tx.remembered(
                RecentEvidence.class,
                () -> new RecentEvidence(
                        tx.rows(LATEST, row -> Optional.ofNullable(row.instant(1)), station.tenant(), station.id())
                                .getFirst()
                                .orElse(null)));
    }

    /** Takes note that a session has no evidence yet. */
    public void begin(Tx tx, ChargingSession session) {
        recent(tx, session.origin().station()).begin(session.id());
    }

    /** Takes note that a session is over: what comes late asks the database. */
    public void end(Tx tx, ChargingSession session) {
        recent(tx, session.origin().station()).forget(session.id());
    }

    public void add(Tx tx, ChargingSession session, TrailEntry event) {
        recent(tx, session.origin().station()).add(session.id(), event.seqNo());
        tx.later(
                EVENT,
                session.origin().station().tenant(),
                session.id(),
                event.kind().word(),
                event.seqNo(),
                event.action(),
                event.messageId(),
                event.trigger(),
                event.stationAt(),
                EventTime.micros(event.receivedAt()),
                event.offline(),
                event.digest(),
                ChargingJson.write(event.detail()));
    }

    public void add(Tx tx, List<MeterReading> readings) {
        for (MeterReading reading : readings) {
            recent(tx, reading.station()).add(reading);
            tx.later(
                    READING,
                    reading.station().tenant(),
                    reading.station().id(),
                    reading.place().evse(),
                    reading.place().connector(),
                    reading.session(),
                    reading.seqNo(),
                    reading.messageId(),
                    reading.messageDigest(),
                    reading.quantities().context(),
                    reading.sampledAt(),
                    reading.stationAt(),
                    EventTime.micros(reading.receivedAt()),
                    reading.quantities().energyWh(),
                    reading.quantities().otherWh(),
                    reading.quantities().intervalWh(),
                    reading.quantities().powerW(),
                    reading.quantities().socPercent(),
                    reading.digest(),
                    reading.sampledJson());
        }
    }

    /** The readings of a session together with new ones that are not stored yet, in the order in which they were taken. */
    public List<MeterPoint> points(Tx tx, ChargingSession session, List<MeterReading> fresh) {
        List<MeterPoint> points =
                recent(tx, session.origin().station()).points(session.id()).orElseGet(() -> storedPoints(tx, session));
        Set<Known> known = new HashSet<>(); // a stop may bring tens of thousands
        points.forEach(point -> known.add(Known.of(point)));
        fresh.stream()
                .map(MeterReading::point)
                .filter(point -> known.add(Known.of(point)))
                .forEach(points::add);
        return MeterPoint.inOrder(points, !session.suspicions().contains(Suspicion.SEQ_CONFLICT));
    }

    private static List<MeterPoint> storedPoints(Tx tx, ChargingSession session) {
        List<MeterPoint> points = tx.rows(
                POINTS, SqlEvidenceStore::point, session.origin().station().tenant(), session.id());
        if (mayBeRolledUp(session)) {
            SqlRollupRows.of(tx, session).stream().flatMap(Rollup::points).forEach(points::add);
        }
        return points;
    }

    private static MeterPoint point(Row row) {
        return new MeterPoint(
                Objects.requireNonNull(row.instant(1)),
                row.integer(2),
                row.text(3),
                SqlSessionRow.decimal(row.decimal(4)),
                SqlSessionRow.decimal(row.decimal(5)),
                SqlSessionRow.decimal(row.decimal(6)),
                SqlSessionRow.decimal(row.decimal(7)),
                row.number(8));
    }

    /** What makes a reading the same as another one. */
    private record Known(long digest, Instant at) {
        static Known of(MeterPoint point) {
            return new Known(point.digest(), point.at());
        }
    }

    /** The sequence numbers that have come, whether they brought readings or more. */
    public Set<Integer> seqNos(Tx tx, ChargingSession session) {
        return recent(tx, session.origin().station()).seqNos(session.id()).orElseGet(() -> storedSeqNos(tx, session));
    }

    private static Set<Integer> storedSeqNos(Tx tx, ChargingSession session) {
        long tenant = session.origin().station().tenant();
        Set<Integer> numbers =
                new HashSet<>(tx.rows(SEQ_NOS, row -> (int) row.number(1), tenant, session.id(), tenant, session.id()));
        if (mayBeRolledUp(session)) {
            SqlRollupRows.of(tx, session).forEach(rollup -> numbers.addAll(rollup.seqNos()));
        }
        return numbers;
    }

    /** Not asked of each session, nearly all of which are young. */
    private static boolean mayBeRolledUp(ChargingSession session) {
        SessionTimes times = session.times();
        return Duration.between(times.receivedAt(), times.updatedAt()).compareTo(ReadingSettings.SHORTEST) >= 0;
    }

    /** The contents of the messages that brought a sequence number; none: it has not come. */
    public Set<Long> digestsOf(Tx tx, ChargingSession session, int seqNo) {
        long tenant = session.origin().station().tenant();
        return new HashSet<>(
                tx.rows(DIGESTS, row -> row.number(1), tenant, session.id(), seqNo, tenant, session.id(), seqNo));
    }

    /** Whether an event of that content is there already. */
    public boolean has(Tx tx, ChargingSession session, long digest) {
        return tx.sql()
                .fetchExists(tx.sql()
                        .selectOne()
                        .from(SESSION_EVENT)
                        .where(SESSION_EVENT.TENANT_ID.eq(
                                session.origin().station().tenant()))
                        .and(SESSION_EVENT.SESSION_ID.eq(session.id()))
                        .and(SESSION_EVENT.DIGEST.eq(digest)));
    }

    /** What the 2.x events of a session say: in the order of the sequence, else of arrival. */
    public List<TransactionFacts> facts(Tx tx, ChargingSession session) {
        return tx
                .sql()
                .select(SESSION_EVENT.DETAIL_JSON)
                .from(SESSION_EVENT)
                .where(SESSION_EVENT.TENANT_ID.eq(session.origin().station().tenant()))
                .and(SESSION_EVENT.SESSION_ID.eq(session.id()))
                .and(SESSION_EVENT.KIND.ne(TrailEntry.Kind.ANOMALY.word()))
                .orderBy(SESSION_EVENT.ID)
                .fetch(SESSION_EVENT.DETAIL_JSON)
                .stream()
                .map(json -> ChargingJson.read(json, TrailEntry.Detail.class).facts())
                .filter(Objects::nonNull)
                .toList();
    }
}
