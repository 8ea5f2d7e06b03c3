package org.ohmstead.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.rpc.routing.InvalidMessage;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.ocpp.v16.ClearCache;
import org.ohmstead.ocpp.v16.Reset;
import org.ohmstead.ocpp.v2.NotifyPeriodicEventStream;

/** What we ask of the other side: one at a time, and every way in which a CALL may end. */
class OwnCallsTest {
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
    void an_answer_tells_how_long_it_took() {
        timers.advance(Duration.ofSeconds(100));
        var call = clearCache();
        assertThat(wire.last()).matches("\\[2,\"[0-9a-f-]{14}4[0-9a-f-]{21}\",\"ClearCache\",\\{}]");
        timers.advance(Duration.ofSeconds(3));
        accept(wire.lastId());
        assertThat(call.getNow(null))
                .isEqualTo(new Outcome.Answered<>(
                        new ClearCache.Response(ClearCache.Status.Accepted),
                        Duration.ofSeconds(3),
                        List.of(),
                        "{\"status\":\"Accepted\"}"));
        assertThat(timers.pending()).isZero();
    }

    @Test
    void only_one_is_on_the_wire_and_the_next_goes_when_it_ended() {
        var first = clearCache();
        var second = link.call(new Reset.Request(Reset.Type.Soft));
        assertThat(wire.sent()).hasSize(1);
        assertThat(link.waitingCalls()).isEqualTo(2);
        accept(wire.lastId());
        assertThat(first).isDone();
        assertThat(wire.sent()).hasSize(2);
        assertThat(wire.last()).contains("Reset");
        link.received("[4,\"" + wire.lastId() + "\",\"NotSupported\",\"no\",{\"a\":1}]");
        assertThat(second.getNow(null)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.NotSupported);
            assertThat(refused.description()).isEqualTo("no");
            assertThat(refused.details()).hasToString("{\"a\":1}");
        });
        assertThat(link.waitingCalls()).isZero();
    }

    @Test
    void after_a_refusal_the_next_goes_too() {
        clearCache();
        clearCache();
        link.received("[4,\"" + wire.lastId() + "\",\"InternalError\",\"\",{}]");
        assertThat(wire.sent()).hasSize(2);
        clearCache();
        link.received("[3,\"" + wire.lastId() + "\",{}]");
        assertThat(wire.sent()).hasSize(3);
        clearCache();
        link.received("[4,\"" + wire.lastId() + "\",\"Inter");
        assertThat(wire.sent()).hasSize(4);
    }

    @Test
    void an_answer_tells_what_was_tolerated_in_it() {
        var call = clearCache();
        link.received("[3,\"" + wire.lastId() + "\",{\"status\":\"Accepted\",\"mood\":\"fine\"}]");
        assertThat(call.getNow(null))
                .isInstanceOfSatisfying(Outcome.Answered.class, answered -> assertThat(answered.tolerated())
                        .isEqualTo(seen.deviations)
                        .hasSize(1));
    }

    @Test
    void calls_cross_and_neither_waits_for_the_other() {
        var call = clearCache();
        link.received("[2,\"1\",\"Heartbeat\",{}]");
        assertThat(wire.last()).startsWith("[3,\"1\"");
        assertThat(call).isNotDone();
        accept(wire.sent().getFirst().split("\"")[1]);
        assertThat(call).isDone();
    }

    @Test
    void a_call_with_the_id_of_ours_is_no_answer() {
        var call = clearCache();
        link.received("[2,\"" + wire.lastId() + "\",\"Heartbeat\",{}]");
        assertThat(call).isNotDone();
    }

    @Test
    void nothing_leaves_before_the_link_is_opened() {
        OcppLink<String> unopened = unopened(OcppVersion.V16, LinkSettings.DEFAULT);
        var call = unopened.call(new ClearCache.Request());
        assertThat(wire.sent()).isEmpty();
        unopened.open();
        assertThat(wire.sent()).hasSize(1);
        assertThat(call).isNotDone();
        timers.advance(TIMEOUT.minusMillis(1));
        assertThat(call).isNotDone();
        timers.advance(Duration.ofMillis(1));
        assertThat(call.getNow(null)).isEqualTo(new Outcome.TimedOut<>(TIMEOUT));
    }

    @Test
    void a_full_queue_is_told_at_once_and_what_was_withdrawn_makes_room() {
        OcppLink<String> narrow = opened(OcppVersion.V16, LinkSettings.DEFAULT.withQueues(4, 2));
        narrow.call(new ClearCache.Request());
        var second = narrow.call(new ClearCache.Request());
        var third = narrow.call(new ClearCache.Request());
        assertThat(narrow.call(new ClearCache.Request()).getNow(null))
                .isEqualTo(new Outcome.Busy<>("2 CALLs wait already"));
        second.cancel(false);
        var fourth = narrow.call(new ClearCache.Request());
        assertThat(third).isNotDone();
        assertThat(fourth).isNotDone();
    }

    @Test
    void what_was_withdrawn_before_its_turn_is_not_sent() {
        clearCache();
        var withdrawn = link.call(new Reset.Request(Reset.Type.Hard));
        clearCache();
        withdrawn.cancel(false);
        accept(wire.lastId());
        assertThat(wire.sent()).hasSize(2).noneMatch(text -> text.contains("Reset"));
    }

    @Test
    void closing_ends_all_calls_and_tells_apart_what_had_left_from_what_never_did() {
        var first = clearCache();
        var second = clearCache();
        link.closed("the socket was closed: 1006");
        var gone = new Outcome.NotConnected<ClearCache.Response>("the socket was closed: 1006");
        assertThat(first.getNow(null)).isEqualTo(new Outcome.ConnectionLost<>("the socket was closed: 1006"));
        assertThat(List.of(second.getNow(null), clearCache().getNow(null))).containsOnly(gone);
        assertThat(timers.pending()).isZero();
        assertThat(link.isOpen()).isFalse();
        link.closed("again");
    }

    @Test
    void an_invalid_call_is_the_callers_fault_and_never_queued() {
        assertThatThrownBy(() -> link.call(new ChangeConfiguration.Request("k".repeat(51), "v")))
                .isInstanceOfSatisfying(InvalidMessage.class, invalid -> {
                    assertThat(invalid.action()).isEqualTo("ChangeConfiguration");
                    assertThat(invalid.deviations().getFirst().path()).isEqualTo("key");
                });
        assertThat(link.waitingCalls()).isZero();
    }

    @Test
    void an_action_that_the_version_has_not_is_not_sent() {
        OcppLink<String> old = opened(OcppVersion.V201, LinkSettings.DEFAULT);
        assertThat(old.call(new org.ohmstead.ocpp.v2.GetTariffs.Request(1)).getNow(null))
                .isEqualTo(new Outcome.NotSupported<>("OCPP 2.0.1 has no GetTariffs"));
        assertThat(old.call(new Reset.Request(Reset.Type.Soft)).getNow(null)).isInstanceOf(Outcome.NotSupported.class);
        assertThat(wire.sent()).isEmpty();
    }

    @Test
    void the_outcome_is_complete_before_the_next_message_is_looked_at() {
        List<String> order = new ArrayList<>();
        clearCache().thenRun(() -> order.add("served: " + seen.served.size()));
        String id = wire.lastId();
        accept(id);
        link.received("[2,\"1\",\"Heartbeat\",{}]");
        assertThat(order).containsExactly("served: 0");
    }

    @Test
    void a_send_passes_the_calls_that_wait_and_is_never_answered() {
        OcppLink<String> modern = unopened(OcppVersion.V21, LinkSettings.DEFAULT);
        var stream = new NotifyPeriodicEventStream.Request(
                List.of(new NotifyPeriodicEventStream.StreamDataElement(java.math.BigDecimal.ZERO, "1")),
                1,
                0,
                TestStation.NOW);
        assertThat(modern.send(stream)).isFalse();
        modern.open();
        modern.call(new org.ohmstead.ocpp.v2.ClearCache.Request());
        modern.call(new org.ohmstead.ocpp.v2.ClearCache.Request());
        assertThat(modern.send(stream)).isTrue();
        assertThat(wire.sent()).hasSize(2);
        assertThat(wire.last()).startsWith("[6,\"").contains("\"NotifyPeriodicEventStream\",{\"data\":[{\"t\":0,");
        assertThat(opened(OcppVersion.V201, LinkSettings.DEFAULT).send(stream)).isFalse();
        assertThatThrownBy(() -> modern.send(new NotifyPeriodicEventStream.Request(List.of(), 1, 0, TestStation.NOW)))
                .isInstanceOf(InvalidMessage.class);
    }

    @Test
    void a_call_result_error_names_the_action_of_our_last_answer() {
        OcppLink<String> modern = opened(OcppVersion.V21, LinkSettings.DEFAULT);
        modern.received("[2,\"77\",\"Heartbeat\",{}]");
        modern.received("[5,\"77\",\"FormatViolation\",\"currentTime\",{}]");
        modern.received("[5,\"76\",\"InternalError\",\"\",{}]");
        assertThat(seen.refusedResults)
                .containsExactly("Heartbeat 77 FormatViolation currentTime", "null 76 InternalError ");
        assertThat(wire.sent()).hasSize(1);
    }

    @Test
    void call_result_errors_can_be_switched_off() {
        OcppLink<String> shy = opened(OcppVersion.V21, LinkSettings.DEFAULT.withCallResultErrors(false));
        var call = shy.call(new org.ohmstead.ocpp.v2.ClearCache.Request());
        shy.received("[3,\"" + wire.lastId() + "\",{}]");
        assertThat(call.getNow(null)).isInstanceOf(Outcome.Unreadable.class);
        assertThat(wire.sent()).hasSize(1);
    }
}
