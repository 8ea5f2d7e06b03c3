package org.ohmstead.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.Await;
import org.ohmstead.db.Database;
import org.ohmstead.db.DatabaseSettings;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;

class LaneTaskRepositoryTest {
    private static final Instant NOW = JobNodes.NOW;
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void a_database_that_takes_no_writes_is_looked_at_once_a_second_and_no_more() throws IOException {
        Path file = folder.resolve("ohmstead.db");
        try (Database database = Database.open(DatabaseSettings.of("sqlite:" + file));
                GroupCommit commits = new GroupCommit(database)) {
            SqlJobStore store = new SqlJobStore(database, commits);
            LaneTaskRepository jobs = new LaneTaskRepository(store, Set.of("tidy"), "one", Duration.ofMinutes(1));
            commits.write(Scope.everywhere(), 7, tx -> {
                tx.later(SqlJobStore.SCHEDULE, "tidy", "now", "null", NOW.minus(SECOND));
                return null;
            });
            Execution due = jobs.getDue(NOW, 10).getFirst();
            Files.delete(file);
            Await.until(() -> database.outage().isPresent());

            assertThat(jobs.pick(due, NOW)).isEmpty();
            assertThat(jobs.getDue(NOW, 10)).isEmpty();
            assertThat(jobs.sinceLook()).isLessThan(Duration.ofMinutes(1));
            assertThat(jobs.getDue(NOW.plus(SECOND), 10)).hasSize(1);
        }
    }
}
