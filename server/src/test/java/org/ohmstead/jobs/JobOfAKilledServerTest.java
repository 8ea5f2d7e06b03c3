package org.ohmstead.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.OtherJvm;
import org.ohmstead.db.Database;
import org.ohmstead.db.DatabaseSettings;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;

class JobOfAKilledServerTest {
    private static final JobsSettings QUICK = new JobsSettings(
            4, Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(20), Duration.ofHours(1));

    record Letter(String to) {}

    private record Sending(Consumer<String> run) implements OneOff<Letter> {
        @Override
        public String name() {
            return "sending";
        }

        @Override
        public Class<Letter> data() {
            return Letter.class;
        }

        @Override
        public void run(String id, Letter letter) {
            run.accept("sending " + id + " to " + letter.to());
        }
    }

    /** A server with one job of each sort. */
    private record Server(Database database, GroupCommit commits, Jobs jobs, Sending sending, JobRunner runner)
            implements AutoCloseable {
        static Server start(String url, Consumer<String> run) {
            Database database = Database.open(DatabaseSettings.of(url));
            GroupCommit commits = new GroupCommit(database);
            Jobs jobs = new Jobs(Clock.systemUTC());
            Sending sending = new Sending(run);
            Recurring pruning =
                    Recurring.every(Duration.ofHours(1), Duration.ZERO, "pruning", () -> run.accept("pruning"));
            JobRunner runner = new JobRunner(
                    new SqlJobStore(database, commits),
                    jobs,
                    () -> new JobKinds(List.of(pruning), List.of(sending)),
                    QUICK,
                    Clock.systemUTC());
            runner.start();
            return new Server(database, commits, jobs, sending, runner);
        }

        @Override
        public void close() {
            runner.stop();
            commits.close();
            database.close();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_ran_when_its_server_was_killed_is_run_again_by_the_next_start(TestDatabases.Kind kind)
            throws IOException, InterruptedException {
        String url =
                kind.name().equals("SQLite") ? "sqlite:" + TestDatabases.sqliteFile() : TestDatabases.postgresUrl();
        Process killed = OtherJvm.start(Dying.class, url);
        List<String> begun = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                begun.add(line);
                if (begun.size() == 2) {
                    killed.toHandle().destroyForcibly(); // SIGKILL
                }
            }
        }
        killed.waitFor();
        assertThat(begun).containsExactlyInAnyOrder("pruning", "sending a to CP-7");

        Set<String> ran = ConcurrentHashMap.newKeySet();
        try (Server next = Server.start(url, ran::add)) {
            Await.until(
                    () -> next.runner().runs("pruning") == 1 && next.runner().runs("sending") == 1);
            assertThat(ran).containsExactlyInAnyOrder("pruning", "sending a to CP-7");
            Await.until(() -> next.runner().oneOffs().isEmpty());
            Await.until(() -> next.runner().recurring().getFirst().state().equals("waiting"));
        }
    }

    /** A server that never ends what it begins. */
    static final class Dying {
        private Dying() {}

        public static void main(String[] args) throws InterruptedException {
            CountDownLatch never = new CountDownLatch(1);
            Server server = Server.start(args[0], what -> {
                System.out.println(what);
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            server.commits().write(Scope.everywhere(), 7, tx -> {
                server.jobs()
                        .schedule(tx, server.sending(), "a", Clock.systemUTC().instant(), new Letter("CP-7"));
                return null;
            });
            never.await();
        }
    }
}
