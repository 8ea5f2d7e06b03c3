package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.db.schema.Tables.TENANT;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.ohmstead.OtherJvm;
import org.ohmstead.db.lanes.GroupCommit;

class KilledServerTest {
    private static final int ACKNOWLEDGED = 2000;

    @Test
    void every_row_that_was_acknowledged_before_a_kill_is_there_afterwards() throws IOException, InterruptedException {
        Path file = TestDatabases.sqliteFile();
        Process writer = OtherJvm.start(Writer.class, file.toString());
        Set<Long> acknowledged = new HashSet<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged.add(Long.valueOf(line));
                if (acknowledged.size() == ACKNOWLEDGED) {
                    writer.toHandle().destroyForcibly(); // SIGKILL; what is in the pipe was acknowledged too
                }
            }
        }
        writer.waitFor();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
        try (Database database = Database.open(DatabaseSettings.of("sqlite:" + file))) {
            assertThat(database.read(Scope.everywhere())
                            .select(TENANT.ID)
                            .from(TENANT)
                            .fetchSet(TENANT.ID))
                    .containsAll(acknowledged);
            assertThat(database.read(Scope.everywhere()).fetchValue("pragma integrity_check"))
                    .isEqualTo("ok");
        }
    }

    /** Fifty stations that write without end, and say what was acknowledged. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws InterruptedException {
            Database database = Database.open(DatabaseSettings.of("sqlite:" + args[0]));
            GroupCommit commits = new GroupCommit(database);
            AtomicLong ids = new AtomicLong(10);
            for (int i = 0; i < 50; i++) {
                Thread.ofVirtual().start(() -> {
                    while (true) {
                        long id = ids.incrementAndGet();
                        commits.write(Scope.everywhere(), id, tx -> {
                            tx.later(
                                    "insert into tenant (id, slug, name, created_at) values (?, ?, ?, ?)",
                                    id,
                                    "s" + id,
                                    "n",
                                    Instant.EPOCH);
                            return null;
                        });
                        System.out.println(id);
                    }
                });
            }
            Thread.currentThread().join();
        }
    }
}
