package org.ohmstead.app.socket.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.ohmstead.app.socket.handshake.FailedHandshakes.Failure;

class FailedHandshakesTest {
    private final AtomicLong now = new AtomicLong();

    private final FailedHandshakes failures = new FailedHandshakes(3, 5, now::get);

    @Test
    void a_pair_of_address_and_identity_that_fails_too_often_waits_for_the_next_minute_and_no_other_does() {
        assertThat(fail("a", "cp-1")).isEqualTo(Failure.COUNTED);
        assertThat(fail("a", "cp-1")).isEqualTo(Failure.COUNTED);
        assertThat(fail("a", "cp-1")).isEqualTo(Failure.LAST_OF_PAIR);
        assertThat(failures.begin("a", "cp-1", false)).isEmpty();
        assertThat(failures.begin("a", "cp-2", false)).isPresent();
        assertThat(failures.begin("b", "cp-1", false)).isPresent();

        now.addAndGet(TimeUnit.MINUTES.toNanos(1));
        assertThat(failures.begin("a", "cp-1", false)).isPresent();
    }

    @Test
    void of_many_at_once_no_more_are_let_try_than_may_fail() {
        List<FailedHandshakes.Trial> trials = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            failures.begin("a", "cp-1", false).ifPresent(trials::add);
        }
        assertThat(trials).hasSize(3);
        trials.removeFirst().passed();
        assertThat(failures.begin("a", "cp-1", false)).isPresent();
        assertThat(failures.begin("a", "cp-1", false)).isEmpty();
    }

    @Test
    void beyond_five_trials_come_one_by_one() {
        FailedHandshakes sixty = new FailedHandshakes(60, 5, now::get);
        for (int i = 0; i < 5; i++) {
            sixty.begin("a", "cp-1", true).orElseThrow().failed(false);
        }
        for (int second = 5; second < 60; second++) {
            assertThat(sixty.begin("a", "cp-1", true)).isEmpty();
            now.addAndGet(TimeUnit.SECONDS.toNanos(1));
            sixty.begin("a", "cp-1", true).orElseThrow().failed(false);
        }
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(sixty.begin("a", "cp-1", true)).isEmpty();
        assertThat(sixty.begin("a", "cp-2", true)).isPresent();
    }

    @Test
    void who_gets_in_never_runs_out() {
        for (int i = 0; i < 100; i++) {
            failures.begin("a", "cp-1", false).orElseThrow().passed();
        }
        fail("a", "cp-1");
        fail("a", "cp-1");
        for (int i = 0; i < 100; i++) {
            failures.begin("a", "cp-1", false).orElseThrow().passed();
        }
        assertThat(fail("a", "cp-1")).isEqualTo(Failure.LAST_OF_PAIR);
    }

    @Test
    void an_address_may_invent_only_so_many_identities_and_known_ones_get_in_all_the_same() {
        assertThat(invent("a", "x1")).isEqualTo(Failure.COUNTED);
        assertThat(invent("a", "x1")).isEqualTo(Failure.COUNTED);
        assertThat(invent("a", "x2")).isEqualTo(Failure.COUNTED);
        assertThat(invent("a", "x3")).isEqualTo(Failure.COUNTED);
        assertThat(invent("a", "x4")).isEqualTo(Failure.COUNTED);
        assertThat(invent("a", "x5")).isEqualTo(Failure.LAST_OF_ADDRESS);
        assertThat(invent("a", "x6")).isEqualTo(Failure.ONE_TOO_MANY);
        assertThat(invent("a", "x6")).isEqualTo(Failure.ONE_TOO_MANY);
        assertThat(fail("a", "known")).isEqualTo(Failure.COUNTED);
        assertThat(invent("b", "x6")).isEqualTo(Failure.COUNTED);
    }

    @Test
    void a_handshake_that_ends_in_the_next_minute_changes_nothing_there() {
        FailedHandshakes.Trial slow = failures.begin("a", "cp-1", false).orElseThrow();
        now.addAndGet(TimeUnit.MINUTES.toNanos(1));
        fail("a", "cp-1");
        fail("a", "cp-1");
        slow.passed();
        fail("a", "cp-1");
        assertThat(failures.begin("a", "cp-1", false)).isEmpty();
    }

    @Test
    void it_can_be_switched_off() {
        FailedHandshakes none = new FailedHandshakes(0, 0, now::get);
        for (int i = 0; i < 10; i++) {
            none.begin("a", "x", false).orElseThrow().failed(false);
            assertThat(none.begin("a", "x" + i, false).orElseThrow().failed(true))
                    .isEqualTo(Failure.COUNTED);
        }
    }

    private Failure fail(String address, String identity) {
        return failures.begin(address, identity, false).orElseThrow().failed(false);
    }

    private Failure invent(String address, String identity) {
        return failures.begin(address, identity, false).orElseThrow().failed(true);
    }
}
