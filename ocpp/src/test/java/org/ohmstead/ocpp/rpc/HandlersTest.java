package org.ohmstead.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Rule;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.rpc.routing.Gate;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.ocpp.v16.AuthorizationStatus;
import org.ohmstead.ocpp.v16.Authorize;
import org.ohmstead.ocpp.v16.ClearCache;
import org.ohmstead.ocpp.v16.DataTransfer;
import org.ohmstead.ocpp.v16.Heartbeat;
import org.ohmstead.ocpp.v16.IdTagInfo;

/** What handlers and the gate get, and what becomes of what they say. */
@Timeout(30)
class HandlersTest {
    private final FakeWire wire = new FakeWire();
    private final Seen seen = new Seen();
    private final ManualTimers timers = new ManualTimers();
    private final ManualWorkers workers = new ManualWorkers();
    private final TestStation station = new TestStation();

    private OcppLink<String> link(LinkSettings settings) {
        return link(station.routes(OcppVersion.V16), settings, new LinkEngine(workers, timers));
    }

    private OcppLink<String> link(Routes<String> routes, LinkSettings settings, LinkEngine engine) {
        return new OcppLink<>(CallerOf.always("CP7"), routes, settings, wire, engine, seen);
    }

    private static String heartbeat(int id) {
        return "[2,\"" + id + "\",\"Heartbeat\",{}]";
    }

    @Test
    void the_caller_is_made_when_the_message_arrives_and_knows_its_deviations() {
        List<String> callers = new ArrayList<>();
        Routes<String> routes = Routes.<String>of(OcppVersion.V16)
                .call(Heartbeat.Request.class, (caller, request) -> {
                    callers.add(caller);
                    return new Heartbeat.Response(TestStation.NOW);
                })
                .build();
        OcppLink<String> link = new OcppLink<>(
                (id, action, deviations) -> timers.nanos() + " " + id + " " + action + " "
                        + deviations.getFirst().rule(),
                routes,
                LinkSettings.DEFAULT,
                wire,
                new LinkEngine(workers, timers),
                seen);
        link.received("[2,7,\"heartbeat\",{}]");
        timers.advance(Duration.ofSeconds(9));
        workers.run();
        assertThat(callers).containsExactly("0 7 Heartbeat " + Rule.TYPE);
        assertThat(seen.served).containsExactly("Heartbeat 7 9s null");
    }

    @Test
    void the_gate_is_asked_in_order_and_its_refusal_is_the_answer() {
        AtomicReference<Boolean> accepted = new AtomicReference<>(false);
        Routes<String> routes = Routes.<String>of(OcppVersion.V16)
                .call(Heartbeat.Request.class, (caller, request) -> {
                    accepted.set(true);
                    return new Heartbeat.Response(TestStation.NOW);
                })
                .call(
                        DataTransfer.Request.class,
                        (caller, request) -> new DataTransfer.Response(DataTransfer.Status.Accepted))
                .gate((caller, action) -> accepted.get() || action.equals("Heartbeat")
                        ? Optional.empty()
                        : Optional.of(new CallRefused(ErrorCode.SecurityError, "not accepted yet")))
                .build();
        OcppLink<String> link = link(routes, LinkSettings.DEFAULT, new LinkEngine(workers, timers));
        String transfer = "\",\"DataTransfer\",{\"vendorId\":\"v\"}]";
        link.received("[2,\"1" + transfer);
        link.received(heartbeat(2));
        link.received("[2,\"3" + transfer);
        workers.run();
        assertThat(wire.sent().getFirst()).isEqualTo("[4,\"1\",\"SecurityError\",\"not accepted yet\",{}]");
        assertThat(wire.last()).isEqualTo("[3,\"3\",{\"status\":\"Accepted\"}]");
    }

    @Test // B02.FR.09: it must not learn from our errors what there is behind the gate
    void whatever_the_gate_turns_away_is_answered_alike_known_or_not_well_formed_or_not() {
        Routes<String> routes = station.routes(OcppVersion.V16, closedBut("BootNotification"));
        OcppLink<String> link = link(routes, LinkSettings.DEFAULT, new LinkEngine(Runnable::run, timers));
        link.received("[2,\"1\",\"StartTransaction\",{}]"); // served, breaks the schema
        link.received("[2,\"1\",\"StopTransaction\",[5]]");
        link.received("[2,\"1\",\"Reset\",{}]"); // in the catalogue, not served
        link.received("[2,\"1\",\"MakeCoffee\",{}]");
        link.received("[2,\"1\",\"Heartbeat\",{\"a\" 1}]"); // no JSON
        link.received("[2,\"1\"]");
        assertThat(wire.sent()).hasSize(6).containsOnly("[4,\"1\",\"SecurityError\",\"not accepted yet\",{}]");
        assertThat(seen.served)
                .map(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("StartTransaction", "StopTransaction", "Reset", "MakeCoffee", "Heartbeat", "");
        assertThat(station.served).isEmpty();
    }

    @Test
    void what_the_gate_lets_pass_is_told_what_is_wrong_with_it() {
        Routes<String> routes = station.routes(OcppVersion.V16, closedBut("BootNotification"));
        OcppLink<String> link = link(routes, LinkSettings.DEFAULT, new LinkEngine(Runnable::run, timers));
        link.received("[2,\"1\",\"BootNotification\",{}]");
        assertThat(wire.last()).startsWith("[4,\"1\",\"NotSupported\"");
    }

    @Test
    void a_gate_that_fails_is_an_internal_error() {
        Routes<String> routes = station.routes(OcppVersion.V16, (caller, action) -> {
            throw new IllegalStateException("the database is gone");
        });
        OcppLink<String> link = link(routes, LinkSettings.DEFAULT, new LinkEngine(Runnable::run, timers));
        link.received("[2,\"1\",\"MakeCoffee\",{}]");
        link.received(heartbeat(2));
        assertThat(wire.sent()).hasSize(2).allMatch(text -> text.contains("InternalError"));
    }

    private static Gate<String> closedBut(String open) {
        return (caller, action) -> action.equals(open)
                ? Optional.empty()
                : Optional.of(new CallRefused(ErrorCode.SecurityError, "not accepted yet"));
    }

    @Test
    void an_answer_of_ours_that_breaks_the_schema_never_leaves() {
        Routes<String> routes = Routes.<String>of(OcppVersion.V16)
                .call(
                        Authorize.Request.class,
                        (caller, request) -> new Authorize.Response(
                                new IdTagInfo(AuthorizationStatus.Accepted, null, "far too long for a parent tag")))
                .build();
        OcppLink<String> link = link(routes, LinkSettings.DEFAULT, new LinkEngine(Runnable::run, timers));
        link.received("[2,\"1\",\"Authorize\",{\"idTag\":\"A\"}]");
        assertThat(wire.sent()).containsExactly("[4,\"1\",\"InternalError\",\"The answer could not be formed\",{}]");
    }

    @Test
    void an_error_of_the_virtual_machine_in_a_handler_is_answered_too() {
        Routes<String> routes = Routes.<String>of(OcppVersion.V16)
                .call(Heartbeat.Request.class, (caller, request) -> {
                    throw new StackOverflowError();
                })
                .build();
        OcppLink<String> link = link(routes, LinkSettings.DEFAULT, new LinkEngine(Runnable::run, timers));
        link.received(heartbeat(1));
        link.received(heartbeat(2));
        assertThat(wire.sent()).hasSize(2).allMatch(text -> text.contains("InternalError"));
    }

    @Test
    void a_long_description_is_cut_at_255_characters() {
        Routes<String> routes = Routes.<String>of(OcppVersion.V16)
                .call(Heartbeat.Request.class, (caller, request) -> {
                    throw new CallRefused(ErrorCode.GenericError, "x".repeat(254) + "\uD83D\uDE00 and more");
                })
                .build();
        OcppLink<String> link = link(routes, LinkSettings.DEFAULT, new LinkEngine(Runnable::run, timers));
        link.received(heartbeat(1));
        assertThat(wire.last()).isEqualTo("[4,\"1\",\"GenericError\",\"" + "x".repeat(254) + "\",{}]");
    }

    @Test
    void what_a_handler_wants_afterwards_happens_behind_its_answer() {
        AtomicReference<OcppLink<String>> itself = new AtomicReference<>();
        Routes<String> routes = Routes.<String>of(OcppVersion.V16)
                .call(Heartbeat.Request.class, (caller, request) -> {
                    itself.get().afterAnswer(itself.get()::open);
                    return new Heartbeat.Response(TestStation.NOW);
                })
                .build();
        OcppLink<String> link = link(routes, LinkSettings.DEFAULT, new LinkEngine(workers, timers));
        itself.set(link);
        link.call(new ClearCache.Request());
        link.received(heartbeat(1));
        link.received(heartbeat(2));
        workers.run();
        assertThat(wire.sent()).map(text -> text.substring(1, 2)).containsExactly("3", "2", "3");
    }

    @Test
    void outside_of_a_handler_afterwards_is_now() {
        OcppLink<String> link = link(LinkSettings.DEFAULT);
        link.afterAnswer(link::open);
        assertThat(link.isOpen()).isTrue();
    }
}
