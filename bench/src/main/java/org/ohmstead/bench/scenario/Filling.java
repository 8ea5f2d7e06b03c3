package org.ohmstead.bench.scenario;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ohmstead.bench.rig.Database;

/**
 * Sessions and readings up to the day's beginning, made by the database itself: all stations charge all the time, one
 * session an hour, whose readings are a minute apart. One session of a thousand is open still, one of fifty suspect.
 *
 * @param sessions a multiple of the stations
 * @param readings a multiple of the sessions
 * @param now the day that is the last one
 */
record Filling(Database database, int stations, long sessions, long readings, Instant now) {
    private static final int STEP = 100_000;

    /** When the first session began. */
    Instant begin() {
        return now.truncatedTo(ChronoUnit.DAYS).minus(perStation(), ChronoUnit.HOURS);
    }

    private long perStation() {
        return Math.max(1, sessions / stations);
    }

    private static final String SESSIONS = """
            insert into charging_session (id, tenant_id, station_id, ocpp_version, evse, connector, station_tx,
                station_tx_key, generation, state, token_value, token_key, token_type, token_verdict, started_at,
                station_started_at, received_at, ended_at, meter_start_wh, meter_stop_wh, energy_wh, stop_reason,
                closed_by, verdict, first_seq_no, last_seq_no, end_seq_no, is_offline, updated_at)
            select n + 1, 1, n / %1$d + 1, '2.0.1', 1, 1, 'fill-' || n, 'fill-' || n, 0,
                case when n %% 1000 = 999 then 'open' else 'ended' end, 'FILL' || n %% 5000, 'fill' || n %% 5000,
                'ISO14443', 'accepted', %2$s, %2$s, %2$s, case when n %% 1000 = 999 then null else %3$s end,
                n * 10, n * 10 + 9, 9, case when n %% 1000 = 999 then null else 'ev_disconnected' end,
                case when n %% 1000 = 999 then null else 'station' end,
                case when n %% 1000 = 999 then null when n %% 50 = 7 then 'suspect' else 'complete' end,
                0, 4, 4, %4$s, %3$s
            from %5$s
            """;

    private static final String READINGS = """
            insert into meter_reading (tenant_id, station_id, evse, connector, session_id, seq_no, context, sampled_at,
                received_at, energy_wh, power_w, digest, sampled_json)
            select 1, n / %1$d / %2$d + 1, 1, 1, n / %2$d + 1, n %% %2$d, 'Sample.Periodic', %3$s, %3$s, n, 11040, n,
                '[{"value":"' || n || '","measurand":"Energy.Active.Import.Register","unit":"Wh"},'
                || '{"value":"11040","measurand":"Power.Active.Import","unit":"W"}]'
            from %4$s
            """;

    void run() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (database.kind() == Database.Kind.SQLITE) {
                statement.execute("pragma synchronous=off");
            }
            connection.setAutoCommit(false);
            long perStation = perStation();
            long perSession = Math.max(1, readings / sessions);
            for (long from = 0; from < sessions; from += STEP) {
                String start = time("(n % " + perStation + ") * 3600 + n / " + perStation);
                String end = time("(n % " + perStation + ") * 3600 + 3000 + n / " + perStation);
                statement.executeUpdate(SESSIONS.formatted(
                        perStation, start, end, no(), numbers(from, Math.min(sessions, from + STEP))));
            }
            connection.commit();
            for (long from = 0; from < readings; from += STEP) {
                String sampled =
                        time("(n / " + perSession + " % " + perStation + ") * 3600 + n % " + perSession + " * 60");
                statement.executeUpdate(READINGS.formatted(
                        perStation, perSession, sampled, numbers(from, Math.min(readings, from + STEP))));
                connection.commit();
            }
            connection.setAutoCommit(true);
            if (database.kind() == Database.Kind.POSTGRESQL) {
                statement.execute("select setval(pg_get_serial_sequence('charging_session', 'id'), " + sessions + ")");
                // By itself it would do so a little later. SQLite never does, and has to find its way without.
                statement.execute("vacuum analyze");
            }
        }
    }

    private String no() {
        return database.kind() == Database.Kind.SQLITE ? "0" : "false";
    }

    private String numbers(long from, long to) {
        return switch (database.kind()) {
            case SQLITE ->
                "(with recursive c(n) as (select " + from + " union all select n + 1 from c where n < " + (to - 1)
                        + ") select n from c)";
            case POSTGRESQL -> "generate_series(" + from + "::bigint, " + (to - 1) + ") as c(n)";
        };
    }

    /** @param seconds an expression: after the begin */
    private String time(String seconds) {
        long begin = begin().getEpochSecond();
        return switch (database.kind()) {
            case SQLITE -> "strftime('%Y-%m-%d %H:%M:%f+00:00', " + begin + " + " + seconds + ", 'unixepoch')";
            case POSTGRESQL -> "to_timestamp(" + begin + " + " + seconds + ")";
        };
    }
}
