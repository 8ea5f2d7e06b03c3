package org.ohmstead.charging;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.UpdateSetMoreStep;
import org.jooq.UpdateSetStep;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Tx;
import org.ohmstead.db.schema.tables.records.ChargingSessionRecord;
import org.ohmstead.stations.StationRef;

/** The rows of sessions. All writes are part of the caller's unit of work. */
@ApplicationScoped
public class SqlChargingSessionStore {
    /** What a message that brings nothing but readings changes; such messages are most of all. */
    private static final String PROGRESS = """
            update charging_session
            set meter_start_wh = ?, last_meter_wh = ?, last_meter_at = ?, energy_wh = ?, power_w = ?, soc_percent = ?,
                last_seq_no = ?, is_offline = ?, updated_at = ?
            where id = ?""";

    private final Database database;

    @Inject
    public SqlChargingSessionStore(Database database) {
        this.database = database;
    }

    /** As of the last commit. */
    SqlSessionRows committed(StationRef station) {
        return new SqlSessionRows(database.read(), station);
    }

    SqlSessionRows in(Tx tx, StationRef station) {
        return new SqlSessionRows(tx.sql(), station);
    }

    /** @return the session with its number */
    ChargingSession insert(Tx tx, ChargingSession session) {
        ChargingSessionRecord row = tx.sql()
                .insertInto(CHARGING_SESSION)
                .set(SqlSessionRow.columns(session))
                .returning(CHARGING_SESSION.ID)
                .fetchOne();
        return session.withId(
                Objects.requireNonNull(row, "an insert returns its row").getId());
    }

    void update(Tx tx, ChargingSession session) {
        UpdateSetStep<ChargingSessionRecord> update = tx.sql().update(CHARGING_SESSION);
        Map<Field<?>, @Nullable Object> columns = SqlSessionRow.columns(session);
        UpdateSetMoreStep<ChargingSessionRecord> set = update.set(columns);
        tx.later(set.where(CHARGING_SESSION.ID.eq(session.id())));
    }

    /** Where nothing but its meter, its sequence and its signs of life have changed. */
    void updateProgress(Tx tx, ChargingSession session) {
        MeterState meter = session.meter();
        tx.later(
                PROGRESS,
                meter.startWh(),
                meter.lastWh(),
                meter.lastAt(),
                meter.energyWh(),
                meter.powerW(),
                meter.socPercent(),
                session.seq().last(),
                session.offline(),
                session.times().updatedAt(),
                session.id());
    }
}
