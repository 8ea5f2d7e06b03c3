package org.ohmstead.charging.store;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.OpenSessions;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** The rows of sessions. All writes are part of the caller's unit of work. */
@Singleton
public class SqlChargingSessionStore {
    /** What a message that brings nothing but readings changes; such messages are most of all. */
    private static final String PROGRESS = """
            update charging_session
            set meter_start_wh = ?, last_meter_wh = ?, last_meter_at = ?, energy_wh = ?, power_w = ?, soc_percent = ?,
                before_wh = ?, peak_w = ?, last_seq_no = ?, is_offline = ?, updated_at = ?
            where id = ?""";

    private final Database database;

    @Inject
    public SqlChargingSessionStore(Database database) {
        this.database = database;
    }

    /** As of the last commit. */
    public SqlSessionRows committed(StationRef station) {
        DSLContext sql = database.read(station.scope());
        return new SqlSessionRows(sql, null, station, () -> openIn(sql, station));
    }

    public SqlSessionRows in(Tx tx, StationRef station) {
        return new SqlSessionRows(tx.sql(), tx, station, () -> open(tx, station));
    }

    private static OpenSessions open(Tx tx, StationRef station) {
        return tx.remembered(OpenSessions.class, () -> openIn(tx.sql(), station));
    }

    private static OpenSessions openIn(DSLContext sql, StationRef station) {
        return new OpenSessions(SqlSessionRows.open(sql, station));
    }

    /** @return the session with its number */
    public ChargingSession insert(Tx tx, ChargingSession session) {
        OpenSessions open = open(tx, session.origin().station());
        ChargingSession stored = session.withId(tx.nextId(CHARGING_SESSION.getName()));
        List<@Nullable Object> values = SqlSessionRow.begin(stored);
        values.addAll(SqlSessionRow.course(stored));
        values.add(stored.id());
        tx.later(SqlSessionRow.INSERT, values.toArray());
        open.put(stored);
        return stored;
    }

    /** Leaves alone what has not changed of its begin: SQLite writes every index anew whose columns are set, to whatever. */
    public void update(Tx tx, ChargingSession before, ChargingSession session) {
        List<@Nullable Object> begin = SqlSessionRow.begin(session);
        if (!begin.equals(SqlSessionRow.begin(before))) {
            begin.add(session.id());
            tx.later(SqlSessionRow.UPDATE_BEGIN, begin.toArray());
        }
        List<@Nullable Object> course = SqlSessionRow.course(session);
        course.add(session.id());
        tx.later(SqlSessionRow.UPDATE_COURSE, course.toArray());
        open(tx, session.origin().station()).put(session);
    }

    /** Late events of it were taken as they came; it is to be derived anew when it is quiet. */
    public void toBeOrdered(Tx tx, ChargingSession session) {
        tx.later("insert into session_disorder (session_id) values (?) on conflict do nothing", session.id());
    }

    /** That is done, or there is no need. */
    public void ordered(Tx tx, long session) {
        tx.later("delete from session_disorder where session_id = ?", session);
    }

    /** Where nothing but its meter, its sequence and its signs of life have changed. */
    public void updateProgress(Tx tx, ChargingSession session) {
        MeterState meter = session.meter();
        tx.later(
                PROGRESS,
                meter.startWh(),
                meter.lastWh(),
                meter.lastAt(),
                meter.energyWh(),
                meter.powerW(),
                meter.socPercent(),
                meter.beforeWh(),
                meter.peakW(),
                session.seq().last(),
                session.offline(),
                session.times().updatedAt(),
                session.id());
        open(tx, session.origin().station()).put(session);
    }
}
