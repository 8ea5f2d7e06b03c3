package org.ohmstead.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.LinkObserver.Dropped;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.v16.ClearCache;

/** CALLs of ours without an answer, or without a turn. */
class TimeOutsTest {
    private static final Duration TIMEOUT = LinkSettings.DEFAULT.callTimeout();

    private final FakeWire wire = new FakeWire();
    private final Seen seen = new Seen();
    private final ManualTimers timers = new ManualTimers();
    private final OcppLink<String> link = opened(OcppVersion.V16, LinkSettings.DEFAULT);

    private OcppLink<String> opened(OcppVersion version, LinkSettings settings) {
        OcppLink<String> link = unopened(version, settings);
        link.open();
        return link;
    }

    private OcppLink<String> unopened(OcppVersion version, LinkSettings settings) {
        return new OcppLink<>(
                CallerOf.always("CP7"),
                new TestStation().routes(version),
                settings,
                wire,
                new LinkEngine(Runnable::run, timers),
                seen);
    }

    private CompletableFuture<Outcome<ClearCache.Response>> clearCache() {
        return link.call(new ClearCache.Request());
    }

    private void accept(String id) {
        link.received("[3,\"" + id + "\",{\"status\":\"Accepted\"}]");
    }

    @Test
    void a_call_that_had_no_turn_in_time_is_never_sent() {
        OcppLink<String> unopened = unopened(OcppVersion.V16, LinkSettings.DEFAULT);
        var early = unopened.call(new ClearCache.Request(), Duration.ofSeconds(5));
        timers.advance(Duration.ofSeconds(5));
        assertThat(early.getNow(null)).isEqualTo(new Outcome.Busy<>("the link was not opened in time"));
        unopened.open();
        assertThat(wire.sent()).isEmpty();
    }

    @Test
    void waiting_for_its_turn_does_not_eat_a_calls_time_on_the_wire() {
        clearCache();
        timers.advance(Duration.ofSeconds(10));
        var second = clearCache();
        timers.advance(Duration.ofSeconds(20));
        assertThat(wire.sent()).hasSize(2);
        timers.advance(Duration.ofSeconds(29));
        assertThat(second).isNotDone();
        timers.advance(Duration.ofSeconds(1));
        assertThat(second.getNow(null)).isEqualTo(new Outcome.TimedOut<>(TIMEOUT));
        assertThat(seen.timeouts).hasSize(2);
    }

    @Test
    void a_call_may_have_its_own_time_out() {
        var call = link.call(new ClearCache.Request(), Duration.ofSeconds(2));
        timers.advance(Duration.ofSeconds(2));
        assertThat(call.getNow(null)).isEqualTo(new Outcome.TimedOut<>(Duration.ofSeconds(2)));
    }

    @Test
    void a_late_answer_is_put_aside_and_does_not_answer_the_next_call() {
        clearCache();
        String late = wire.lastId();
        timers.advance(TIMEOUT);
        var next = clearCache();
        accept(late);
        assertThat(seen.dropped).containsExactly(Dropped.LATE_ANSWER);
        assertThat(next).isNotDone();
        accept(wire.lastId());
        assertThat(next).isDone();
    }

    @Test
    void three_time_outs_in_a_row_close_the_socket_once() {
        for (int i = 0; i < 3; i++) {
            assertThat(wire.closings()).isEmpty();
            clearCache();
            timers.advance(TIMEOUT);
        }
        assertThat(wire.closings()).containsExactly("1008 3 CALLs in a row were not answered");
        var after = clearCache();
        assertThat(wire.sent()).hasSize(3);
        link.closed("deaf");
        assertThat(after.getNow(null)).isEqualTo(new Outcome.NotConnected<>("deaf"));
        assertThat(wire.closings()).hasSize(1);
    }

    @Test
    void an_answer_in_between_starts_the_count_again_even_a_late_one() {
        for (int i = 0; i < 2; i++) {
            clearCache();
            timers.advance(TIMEOUT);
        }
        accept(wire.lastId());
        for (int i = 0; i < 2; i++) {
            clearCache();
            timers.advance(TIMEOUT);
        }
        clearCache();
        accept(wire.lastId());
        for (int i = 0; i < 2; i++) {
            clearCache();
            timers.advance(TIMEOUT);
        }
        assertThat(wire.closings()).isEmpty();
    }

    @Test
    void a_limit_of_zero_never_closes_the_socket() {
        OcppLink<String> patient = opened(OcppVersion.V16, LinkSettings.DEFAULT.withCloseAfterTimeouts(0));
        for (int i = 0; i < 20; i++) {
            patient.call(new ClearCache.Request());
            timers.advance(TIMEOUT);
        }
        assertThat(wire.closings()).isEmpty();
    }

    @Test
    void time_outs_while_we_do_not_read_the_socket_are_not_the_others_fault() {
        ManualWorkers idle = new ManualWorkers();
        OcppLink<String> busy = new OcppLink<>(
                CallerOf.always("CP7"),
                new TestStation().routes(OcppVersion.V16),
                LinkSettings.DEFAULT.withQueues(1, 8),
                wire,
                new LinkEngine(idle, timers),
                seen);
        busy.open();
        busy.received("[2,\"1\",\"Heartbeat\",{}]");
        assertThat(wire.flow()).containsExactly("pause");
        for (int i = 0; i < 5; i++) {
            busy.call(new ClearCache.Request());
            timers.advance(TIMEOUT);
        }
        assertThat(wire.closings()).isEmpty();
    }

    @Test
    void an_answer_that_loses_the_race_against_its_time_out_is_late() {
        List<Dropped> dropped = new ArrayList<>();
        OcppLink<String> racing = new OcppLink<>(
                CallerOf.always("CP7"),
                new TestStation().routes(OcppVersion.V16),
                LinkSettings.DEFAULT,
                wire,
                new LinkEngine(Runnable::run, timers),
                new LinkObserver() {
                    @Override
                    public void frameIn(
                            String text, FrameType type, String action, String id, List<Deviation> deviations) {
                        timers.advance(TIMEOUT);
                    }

                    @Override
                    public void dropped(Dropped why, String text) {
                        dropped.add(why);
                    }
                });
        racing.open();
        var first = racing.call(new ClearCache.Request());
        var second = racing.call(new ClearCache.Request(), Duration.ofHours(1));
        racing.received("[3,\"" + wire.lastId() + "\",{\"status\":\"Accepted\"}]");
        assertThat(first.getNow(null)).isEqualTo(new Outcome.TimedOut<>(TIMEOUT));
        assertThat(second).isNotDone();
        assertThat(racing.waitingCalls()).isEqualTo(1);
        assertThat(dropped).containsExactly(Dropped.LATE_ANSWER);
    }

    @Test
    void a_call_that_got_its_turn_has_one_alarm_and_an_answered_one_none() {
        clearCache();
        clearCache();
        assertThat(timers.pending()).isEqualTo(2);
        accept(wire.lastId());
        assertThat(timers.pending()).isEqualTo(1);
        accept(wire.lastId());
        assertThat(timers.pending()).isZero();
    }
}
