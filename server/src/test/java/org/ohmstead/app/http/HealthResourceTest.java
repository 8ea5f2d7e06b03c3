package org.ohmstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.Await;
import org.ohmstead.app.http.HealthResource.ListenerHealth;
import org.ohmstead.app.http.HealthResource.ThreadHealth;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread.State;
import org.ohmstead.db.Database;
import org.ohmstead.db.DatabaseSettings;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.ListenerState;

class HealthResourceTest {
    private static final Supervised WELL = () -> List.of(new State("event-relay", true, 0, null, Duration.ZERO));

    private static Supervised lane(boolean running, Duration failingFor) {
        return () -> List.of(new State("commit-0", running, 3, "NullPointerException", failingFor));
    }

    private static HealthResource health(Database database, Supervised lane) {
        return new HealthResource(database, lane, List::of, List.of(WELL, lane));
    }

    @Test
    void a_server_whose_threads_are_well_says_so() {
        try (Database database = TestDatabases.sqlite()) {
            HealthResource health = health(database, WELL);
            assertThat(health.ready().getStatus()).isEqualTo(200);
            assertThat(health.live().getStatus()).isEqualTo(200);
            assertThat(((HealthResource.Life) health.live().getEntity()).threads())
                    .isEmpty();
        }
    }

    @Test
    void a_thread_that_cannot_write_at_the_moment_is_named_and_the_server_not_ready() {
        try (Database database = TestDatabases.sqlite()) {
            HealthResource health = health(database, lane(false, Duration.ofSeconds(2)));
            Response ready = health.ready();
            assertThat(ready.getStatus()).isEqualTo(503);
            HealthResource.Health body = (HealthResource.Health) ready.getEntity();
            assertThat(body.status()).isEqualTo("down");
            assertThat(body.database().status()).isEqualTo("up");
            assertThat(body.threads()).containsExactly(new ThreadHealth("commit-0", "down", 3));
            assertThat(health.live().getStatus()).isEqualTo(200);
        }
    }

    @Test
    void a_listener_that_is_stuck_or_has_missed_events_is_named_and_the_server_ready_all_the_same() {
        Duration five = Duration.ofMinutes(5);
        try (Database database = TestDatabases.sqlite()) {
            HealthResource health = new HealthResource(
                    database,
                    WELL,
                    () -> List.of(
                            new ListenerState("busy", true, 9, 2, five, 5, 0, 0),
                            new ListenerState("stuck", false, 700, 0, five.plusSeconds(1), 0, 0, 0),
                            new ListenerState("gave-up", true, 0, 0, Duration.ZERO, 20, 1, 0),
                            new ListenerState("was-late", true, 0, 0, Duration.ZERO, 0, 0, 8)),
                    List.of(WELL));
            Response ready = health.ready();
            assertThat(ready.getStatus()).isEqualTo(200);
            assertThat(((HealthResource.Health) ready.getEntity()).listeners())
                    .containsExactly(
                            new ListenerHealth("stuck", "behind", 700, 301, 0, 0),
                            new ListenerHealth("gave-up", "up", 0, 0, 1, 0),
                            new ListenerHealth("was-late", "up", 0, 0, 0, 8));
        }
    }

    @Test
    void a_thread_that_has_begun_anew_is_still_named() {
        try (Database database = TestDatabases.sqlite()) {
            Response ready = health(database, lane(true, Duration.ofSeconds(2))).ready();
            assertThat(ready.getStatus()).isEqualTo(200);
            assertThat(((HealthResource.Health) ready.getEntity()).threads())
                    .containsExactly(new ThreadHealth("commit-0", "up", 3));
        }
    }

    @Test
    void a_thread_that_fails_for_more_than_a_minute_does_not_recover_by_itself() {
        try (Database database = TestDatabases.sqlite()) {
            Response live = health(database, lane(true, Duration.ofSeconds(61))).live();
            assertThat(live.getStatus()).isEqualTo(503);
            assertThat(((HealthResource.Life) live.getEntity()).threads())
                    .containsExactly(new ThreadHealth("commit-0", "up", 3));
        }
    }

    @Test
    void a_database_that_takes_no_writes_is_down_and_says_why() throws java.io.IOException {
        java.nio.file.Path file = TestDatabases.sqliteFile();
        try (Database database = Database.open(DatabaseSettings.of("sqlite:" + file));
                GroupCommit commits = new GroupCommit(database)) {
            HealthResource health = health(database, WELL);
            assertThat(health.ready().getStatus()).isEqualTo(200);
            java.nio.file.Files.delete(file);
            Await.until(() -> health.ready().getStatus() == 503);
            HealthResource.Health body = (HealthResource.Health) health.ready().getEntity();
            assertThat(body.database().status()).isEqualTo("down");
            assertThat(body.database().reason()).contains("moved away or deleted");
            assertThat(commits.threads()).hasSize(1);
        }
    }
}
