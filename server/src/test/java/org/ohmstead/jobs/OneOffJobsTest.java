package org.ohmstead.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.jobs.JobNodes.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;

class OneOffJobsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    record Letter(String to, Instant written, int pages) {}

    /** Remembers what it was given. */
    private static final class Sending implements OneOff<Letter> {
        final List<String> sent = new ArrayList<>();
        BiConsumer<String, Letter> first = (id, letter) -> {};

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
            first.accept(id, letter);
            sent.add(id + " to " + letter.to() + " of " + letter.written() + ", " + letter.pages());
        }

        @Override
        public int attempts() {
            return 3;
        }
    }

    private static final Letter LETTER = new Letter("CP-7", NOW, 2);

    @ParameterizedTest
    @MethodSource(EACH)
    void it_is_done_once_at_its_time_with_its_data(TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            Sending sending = new Sending();
            JobNodes.Server server = nodes.server("one", sending);
            nodes.schedule(sending, "a", NOW.plusSeconds(300), LETTER);
            server.scheduler.runDue();
            assertThat(sending.sent).isEmpty();
            nodes.pass(Duration.ofSeconds(300));
            server.scheduler.runDue();
            server.scheduler.runDue();
            assertThat(sending.sent).containsExactly("a to CP-7 of " + NOW + ", 2");
            assertThat(nodes.store.find("sending", "a")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void it_is_committed_with_its_fact_and_gone_with_it(TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            Sending sending = new Sending();
            assertThatThrownBy(() -> nodes.commits.write(Scope.everywhere(), 7, tx -> {
                        nodes.jobs.schedule(tx, sending, "lost", NOW, LETTER);
                        throw new IllegalStateException("the fact is none");
                    }))
                    .hasMessage("the fact is none");
            nodes.schedule(sending, "kept", NOW, LETTER);
            assertThat(nodes.store.find("sending", "lost")).isEmpty();
            assertThat(nodes.store.find("sending", "kept")).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_waits_stands_and_can_be_replaced_or_called_off(TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            Sending sending = new Sending();
            JobNodes.Server server = nodes.server("one", sending);
            nodes.schedule(sending, "a", NOW.plusSeconds(60), LETTER);
            nodes.schedule(sending, "a", NOW, new Letter("CP-8", NOW, 3));
            server.scheduler.runDue();
            assertThat(sending.sent).as("the first one stands").isEmpty();
            nodes.commits.write(Scope.everywhere(), 8, tx -> {
                nodes.jobs.replace(tx, sending, "a", NOW, new Letter("CP-9", NOW, 4));
                return null;
            });
            server.scheduler.runDue();
            assertThat(sending.sent).containsExactly("a to CP-9 of " + NOW + ", 4");
            nodes.schedule(sending, "b", NOW, LETTER);
            nodes.commits.write(Scope.everywhere(), 8, tx -> {
                nodes.jobs.cancel(tx, sending, "b");
                return null;
            });
            server.scheduler.runDue();
            assertThat(sending.sent).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_is_replaced_while_it_runs_comes_again_and_one_that_is_called_off_does_not(TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            Sending sending = new Sending();
            JobNodes.Server server = nodes.server("one", sending);
            sending.first = (id, letter) -> nodes.commits.write(Scope.everywhere(), 7, tx -> {
                if (letter.pages() == 2) {
                    nodes.jobs.replace(tx, sending, id, NOW, new Letter("CP-8", NOW, 1));
                } else {
                    nodes.jobs.cancel(tx, sending, id);
                }
                return null;
            });
            nodes.schedule(sending, "a", NOW, LETTER);
            server.scheduler.runDue();
            server.scheduler.runDue();
            server.scheduler.runDue();
            assertThat(sending.sent).containsExactly("a to CP-7 of " + NOW + ", 2", "a to CP-8 of " + NOW + ", 1");
            assertThat(nodes.store.find("sending", "a")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_whose_server_dies_in_the_middle_is_done_by_another(TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            Sending dying = new Sending();
            Sending living = new Sending();
            nodes.schedule(living, "a", NOW, LETTER);
            JobNodes.Server second = nodes.server("second", living);
            StoredJob due = nodes.store.due(List.of("sending"), NOW, 1).getFirst();
            nodes.store.claim("sending", "a", due.version(), "first", NOW);
            dying.run("a", LETTER); // and nobody writes that it has
            second.scheduler.takeOver();
            second.scheduler.runDue();
            assertThat(living.sent).isEmpty();
            nodes.pass(Duration.ofSeconds(40));
            second.scheduler.takeOver();
            nodes.pass(Duration.ofSeconds(10));
            second.scheduler.runDue();
            assertThat(living.sent).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_always_fails_is_given_up_at_last_and_keeps_no_other_waiting(TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            Sending sending = new Sending();
            JobNodes.Server server = nodes.server("one", sending);
            sending.first = (id, letter) -> {
                if (id.equals("bad")) {
                    throw new IllegalStateException("nobody is there");
                }
            };
            nodes.schedule(sending, "bad", NOW, LETTER);
            nodes.schedule(sending, "good", NOW, LETTER);
            server.scheduler.runDue();
            assertThat(sending.sent).hasSize(1);
            assertThat(nodes.store.oneOffs())
                    .containsExactly(new SqlJobStore.Waiting("sending", 1, 0, 1, NOW.plusSeconds(10)));
            nodes.pass(Duration.ofSeconds(10));
            server.scheduler.runDue();
            assertThat(nodes.store.find("sending", "bad").orElseThrow().dueAt()).isEqualTo(nodes.now.plusSeconds(20));
            nodes.pass(Duration.ofSeconds(20));
            server.scheduler.runDue();
            assertThat(nodes.store.find("sending", "bad")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void data_that_cannot_be_read_is_a_failure_and_what_nobody_here_knows_is_left_to_others(TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            Sending sending = new Sending();
            JobNodes.Server server = nodes.server("one", sending);
            nodes.commits.write(Scope.everywhere(), 7, tx -> {
                tx.later(SqlJobStore.SCHEDULE, "sending", "torn", "{", NOW);
                tx.later(SqlJobStore.SCHEDULE, "of a later version", "x", "{}", NOW);
                return null;
            });
            server.scheduler.runDue();
            assertThat(nodes.store.find("sending", "torn").orElseThrow().last().failure())
                    .contains("What is stored is no");
            assertThat(nodes.store.find("of a later version", "x").orElseThrow().version())
                    .isEqualTo(1);
        }
    }

    @Test
    void one_that_is_due_now_does_not_wait_for_the_next_look() {
        try (JobNodes nodes = new JobNodes(TestDatabases.sqlite())) {
            Sending sending = new Sending();
            JobsSettings seldom = new JobsSettings(
                    2, Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofHours(1));
            JobRunner runner = new JobRunner(
                    nodes.store, nodes.jobs, () -> new JobKinds(List.of(), List.of(sending)), seldom, nodes.clock);
            runner.start();
            nodes.schedule(sending, "a", NOW, LETTER);
            Await.until(() -> runner.runs("sending") == 1);
            nodes.schedule(sending, "b", NOW, LETTER);
            Await.until(() -> runner.runs("sending") == 2);
            runner.stop();
        }
    }
}
