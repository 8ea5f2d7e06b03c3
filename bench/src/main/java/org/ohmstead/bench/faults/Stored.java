package org.ohmstead.bench.faults;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.bench.rig.Database;

/** The database's side, read past the server. */
public record Stored(Map<String, Session> sessions, Map<String, Reading> readings) {
    /**
     * @param meterStopWh -1 where there is none
     * @param times how often it is there
     */
    public record Session(String number, boolean isEnded, long meterStopWh, int times) {}

    /** @param session station and session, as in the keys of {@link #sessions} */
    public record Reading(@Nullable String session, int times) {}

    /** How the stations call their session: by their own id (2.x) or by the meter at its start (1.6). */
    private static final String SESSION = "coalesce(c.station_tx, 'm' || cast(c.meter_start_wh as integer))";

    public static Stored in(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return new Stored(sessions(statement), readings(statement));
        }
    }

    private static Map<String, Session> sessions(Statement statement) throws SQLException {
        Map<String, Session> sessions = new HashMap<>();
        String sql = "select s.identity || '/' || " + SESSION + ", c.id, c.state, c.meter_stop_wh"
                + " from charging_session c join station s on s.id = c.station_id";
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                BigDecimal meterStop = rows.getBigDecimal(4);
                Session session = new Session(
                        rows.getString(2),
                        rows.getString(3).equals("ended"),
                        meterStop == null ? -1 : meterStop.longValue(),
                        1);
                sessions.merge(
                        rows.getString(1),
                        session,
                        (one, other) -> new Session(one.number(), one.isEnded(), one.meterStopWh(), one.times() + 1));
            }
        }
        return sessions;
    }

    private static Map<String, Reading> readings(Statement statement) throws SQLException {
        Map<String, Reading> readings = new HashMap<>();
        String sql = "select s.identity, r.energy_wh, s.identity || '/' || " + SESSION + " from meter_reading r"
                + " join station s on s.id = r.station_id left join charging_session c on c.id = r.session_id"
                + " where r.energy_wh is not null";
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                readings.merge(
                        rows.getString(1) + "/" + rows.getBigDecimal(2).longValue(),
                        new Reading(rows.getString(3), 1),
                        (one, other) -> new Reading(one.session(), one.times() + 1));
            }
        }
        return readings;
    }

    /** What is there more than once. */
    public List<String> doubled() {
        List<String> doubled = new ArrayList<>();
        sessions.forEach((session, kept) -> {
            if (kept.times() > 1) {
                doubled.add("the session " + session);
            }
        });
        readings.forEach((reading, kept) -> {
            if (kept.times() > 1) {
                doubled.add("the reading " + reading);
            }
        });
        return doubled;
    }
}
