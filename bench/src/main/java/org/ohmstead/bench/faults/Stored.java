package org.ohmstead.bench.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ohmstead.bench.rig.Database;

/** The database's side, read past the server. */
record Stored(Map<String, Session> sessions, Map<String, Integer> readings) {
    /** @param times how often it is there */
    record Session(String number, boolean isEnded, int times) {}

    static Stored in(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return new Stored(sessions(statement), readings(statement));
        }
    }

    private static Map<String, Session> sessions(Statement statement) throws SQLException {
        Map<String, Session> sessions = new HashMap<>();
        String sql = "select s.identity, c.station_tx, c.meter_start_wh, c.id, c.state from charging_session c"
                + " join station s on s.id = c.station_id";
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String own = rows.getString(2);
                String session = rows.getString(1) + "/"
                        + (own == null ? "m" + rows.getBigDecimal(3).longValue() : own);
                boolean ended = rows.getString(5).equals("ended");
                sessions.merge(
                        session,
                        new Session(rows.getString(4), ended, 1),
                        (one, other) -> new Session(one.number(), one.isEnded(), one.times() + 1));
            }
        }
        return sessions;
    }

    private static Map<String, Integer> readings(Statement statement) throws SQLException {
        Map<String, Integer> readings = new HashMap<>();
        String sql = "select s.identity, r.energy_wh from meter_reading r join station s on s.id = r.station_id"
                + " where r.energy_wh is not null";
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                readings.merge(rows.getString(1) + "/" + rows.getBigDecimal(2).longValue(), 1, Integer::sum);
            }
        }
        return readings;
    }

    /** What is there more than once. */
    List<String> doubled() {
        List<String> doubled = new ArrayList<>();
        sessions.forEach((session, kept) -> {
            if (kept.times() > 1) {
                doubled.add("the session " + session);
            }
        });
        readings.forEach((reading, times) -> {
            if (times > 1) {
                doubled.add("the reading " + reading);
            }
        });
        return doubled;
    }
}
