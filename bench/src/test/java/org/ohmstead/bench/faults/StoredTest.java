package org.ohmstead.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.bench.rig.Database;

class StoredTest {
    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void tables() throws SQLException {
        database = new Database.Sqlite(folder.resolve("ohmstead.db"));
        execute("create table station (id integer primary key, identity text)");
        execute("create table charging_session (id integer primary key, station_id bigint, station_tx text,"
                + " meter_start_wh numeric, state text, meter_stop_wh numeric)");
        execute("create table meter_reading (station_id bigint, energy_wh numeric, session_id bigint)");
        execute("insert into station values (1, 'CP-1'), (2, 'CP-2')");
    }

    @Test
    void a_session_is_found_by_what_its_station_called_it_or_by_the_meter_at_its_start() throws SQLException {
        execute(
                "insert into charging_session values (77, 1, null, 60, 'ended', 90), (78, 2, 'tx-1', null, 'open', null)");
        execute("insert into meter_reading values (1, 80, 77), (1, 5, null), (2, null, 78)");

        Stored stored = Stored.in(database);

        assertThat(stored.sessions())
                .containsOnlyKeys("CP-1/m60", "CP-2/tx-1")
                .containsEntry("CP-1/m60", new Stored.Session("77", true, 90, 1))
                .containsEntry("CP-2/tx-1", new Stored.Session("78", false, -1, 1));
        assertThat(stored.readings())
                .containsOnlyKeys("CP-1/80", "CP-1/5")
                .containsEntry("CP-1/80", new Stored.Reading("CP-1/m60", 1))
                .containsEntry("CP-1/5", new Stored.Reading(null, 1));
        assertThat(stored.doubled()).isEmpty();
    }

    @Test
    void a_second_row_for_the_same_fact_is_seen() throws SQLException {
        execute("insert into charging_session values (77, 1, null, 60, 'open', null), (79, 1, null, 60, 'open', null)");
        execute("insert into meter_reading values (2, 20, 77), (2, 20.0, 77)");

        assertThat(Stored.in(database).doubled())
                .containsExactlyInAnyOrder("the session CP-1/m60", "the reading CP-2/20");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
