package org.ohmstead.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.ohmstead.Await;

class SupervisedThreadTest {
    @Test
    void work_that_fails_of_whatever_is_named_and_begins_anew() {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        SupervisedThread thread = SupervisedThread.platform("lane-7", () -> {
            switch (runs.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("a row that should not exist");
                case 2 -> throw new StackOverflowError();
                default -> end.await();
            }
        });
        Await.until(() -> runs.get() == 3 && thread.state().running());
        SupervisedThread.State state = thread.state();
        assertThat(state.name()).isEqualTo("lane-7");
        assertThat(state.failures()).isEqualTo(2);
        assertThat(state.lastFailure()).isEqualTo("java.lang.StackOverflowError");
        assertThat(state.failingFor()).isPositive();
        end.countDown();
        thread.join();
        assertThat(thread.state().running()).isFalse();
    }

    @Test
    void while_it_waits_to_begin_anew_it_is_not_running() {
        SupervisedThread thread = SupervisedThread.virtual("relay", () -> {
            throw new IllegalStateException("always");
        });
        Await.until(() -> thread.state().failures() > 1 && !thread.state().running());
        thread.stop();
        thread.join();
    }

    @Test
    void one_that_has_not_failed_tells_nothing_of_failures() {
        CountDownLatch end = new CountDownLatch(1);
        SupervisedThread thread = SupervisedThread.virtual("relay", end::await);
        assertThat(thread.state()).isEqualTo(new SupervisedThread.State("relay", true, 0, null, Duration.ZERO));
        end.countDown();
        thread.join();
    }

    @Test
    void a_failure_after_the_stop_is_the_end() {
        AtomicInteger runs = new AtomicInteger();
        SupervisedThread thread = SupervisedThread.platform("upkeep", () -> {
            runs.incrementAndGet();
            LockSupport.park();
            throw new IllegalStateException("in the middle of a round");
        });
        Await.until(() -> runs.get() == 1);
        thread.stop();
        assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        assertThat(runs).hasValue(1);
        assertThat(thread.state().failures()).isZero();
    }

    @Test
    void a_task_that_fails_keeps_neither_the_others_nor_itself_from_the_next_turn() {
        AtomicInteger bad = new AtomicInteger();
        AtomicInteger away = new AtomicInteger();
        AtomicInteger good = new AtomicInteger();
        Rounds rounds = new Rounds("upkeep")
                .every(Duration.ofMillis(1), "Bad", () -> {
                    bad.incrementAndGet();
                    throw new IllegalArgumentException("a bad row");
                })
                .every(Duration.ofMillis(1), "Away", () -> {
                    away.incrementAndGet();
                    throw new Away();
                })
                .every(Duration.ofMillis(1), "Good", good::incrementAndGet);
        rounds.start();
        Await.until(() -> good.get() > 2 && bad.get() > 2 && away.get() > 2);
        assertThat(rounds.states()).extracting(SupervisedThread.State::failures).containsExactly(0L);
        rounds.stop();
        Await.until(() -> !rounds.states().getFirst().running());
    }

    @Test
    void one_of_many_that_fails_is_told_and_passed_over_but_not_what_would_stop_all() {
        List<Integer> done = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int one = i;
            boolean through = OneByOne.attempt(() -> "row " + one, () -> {
                if (one == 1) {
                    throw new IllegalStateException("cannot be read");
                }
                done.add(one);
            });
            assertThat(through).isEqualTo(one != 1);
        }
        assertThat(done).containsExactly(0, 2);
        assertThatThrownBy(() -> OneByOne.attempt(() -> "row", () -> {
                    throw new Away();
                }))
                .isInstanceOf(Away.class);
    }

    private static final class Away extends PassesByItself {
        private static final long serialVersionUID = 1L;

        Away() {
            super("away", null);
        }
    }
}
