package org.ohmstead.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ohmstead.Await;

@Timeout(30)
class PendingStartsTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final AtomicInteger onDisk = new AtomicInteger();
    private final PendingStarts<String> starts = new PendingStarts<>(FOR_EVER);

    @Test
    void where_one_runs_already_nobody_waits_for_anything() {
        onDisk.set(1);
        try (var one = starts.ask("A");
                var other = starts.ask("A")) {
            assertThat(one.begin(1, onDisk::get)).isFalse();
            assertThat(other.begin(1, onDisk::get)).isFalse();
        }
    }

    @Test
    void where_there_is_room_for_both_neither_waits_for_the_other() {
        try (var one = starts.ask("A");
                var other = starts.ask("A");
                var third = starts.ask("B")) {
            assertThat(one.begin(2, onDisk::get)).isTrue();
            assertThat(other.begin(2, onDisk::get)).isTrue();
            assertThat(third.begin(1, onDisk::get)).isTrue();
        }
    }

    @Test
    void who_comes_while_the_only_one_is_written_waits_and_is_refused_when_it_is_on_disk() throws Exception {
        assertThat(secondWhile(() -> onDisk.set(1))).isFalse();
    }

    @Test
    void who_comes_while_the_only_one_is_written_gets_its_place_when_the_write_fails() throws Exception {
        assertThat(secondWhile(() -> {})).isTrue();
    }

    private boolean secondWhile(Runnable write) throws Exception {
        FutureTask<Boolean> second = new FutureTask<>(() -> {
            try (var asking = starts.ask("A")) {
                return asking.begin(1, onDisk::get);
            }
        });
        try (var first = starts.ask("A")) {
            assertThat(first.begin(1, onDisk::get)).isTrue();
            Thread other = Thread.ofPlatform().start(second);
            Await.until(() -> other.getState() == Thread.State.TIMED_WAITING || !other.isAlive());
            write.run();
        }
        return second.get();
    }

    @Test
    void a_write_that_takes_too_long_counts_as_one_that_runs() {
        PendingStarts<String> hasty = new PendingStarts<>(Duration.ofMillis(1));
        try (var slow = hasty.ask("A");
                var other = hasty.ask("A")) {
            assertThat(slow.begin(1, onDisk::get)).isTrue();
            assertThat(other.begin(1, onDisk::get)).isFalse();
        }
        try (var later = hasty.ask("A")) {
            assertThat(later.begin(1, onDisk::get)).isTrue();
        }
    }

    @Test
    void of_many_that_come_together_exactly_as_many_begin_as_may() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            boolean fails = i % 7 == 0;
            all.add(Thread.ofVirtual().start(() -> {
                try (var asking = starts.ask("A")) {
                    if (asking.begin(3, onDisk::get) && !fails) {
                        begun.incrementAndGet();
                        Thread.yield();
                        onDisk.incrementAndGet();
                    }
                }
            }));
        }
        for (Thread thread : all) {
            thread.join();
        }
        assertThat(begun.get()).isEqualTo(3);
    }
}
