package org.ohmstead.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.Gate;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.ocpp.v16.AuthorizationStatus;
import org.ohmstead.ocpp.v16.Authorize;
import org.ohmstead.ocpp.v16.Heartbeat;
import org.ohmstead.ocpp.v16.IdTagInfo;

/** Which answers are given on the thread that reads the socket, and which are not. */
class PromptAnswersTest {
    private final FakeWire wire = new FakeWire();
    private final ManualWorkers workers = new ManualWorkers();

    private static final class Clock implements CallHandler<String, Heartbeat.Request, Heartbeat.Response> {
        @Override
        public Heartbeat.Response handle(String caller, Heartbeat.Request request) {
            return new Heartbeat.Response(TestStation.NOW);
        }

        @Override
        public boolean isPrompt() {
            return true;
        }
    }

    private record OpenGate(boolean isKnown) implements Gate<String> {
        @Override
        public Optional<CallRefused> refusal(String caller, String action) {
            return Optional.empty();
        }

        @Override
        public boolean isKnownToBeOpen(String caller) {
            return isKnown;
        }
    }

    private OcppLink<String> link(boolean gateIsKnownToBeOpen) {
        Routes<String> routes = Routes.<String>of(OcppVersion.V16)
                .call(Heartbeat.Request.class, new Clock())
                .call(
                        Authorize.Request.class,
                        (caller, request) -> new Authorize.Response(new IdTagInfo(AuthorizationStatus.Accepted)))
                .gate(new OpenGate(gateIsKnownToBeOpen))
                .build();
        LinkEngine engine = new LinkEngine(workers, new ManualTimers());
        return new OcppLink<>(CallerOf.always("CP7"), routes, LinkSettings.DEFAULT, wire, engine, new Seen());
    }

    private static String heartbeat(int id) {
        return "[2,\"" + id + "\",\"Heartbeat\",{}]";
    }

    @Test
    void what_needs_no_waiting_is_answered_at_once_but_never_before_what_came_first() {
        OcppLink<String> link = link(true);
        link.received(heartbeat(1));
        assertThat(wire.sent()).hasSize(1);
        link.received("[2,\"2\",\"Authorize\",{\"idTag\":\"TAG\"}]");
        link.received(heartbeat(3));
        assertThat(wire.sent()).hasSize(1);
        workers.run();
        assertThat(wire.sent()).hasSize(3);
        assertThat(wire.sent().get(1)).startsWith("[3,\"2\"");
        link.received(heartbeat(4));
        assertThat(wire.sent()).hasSize(4);
    }

    @Test
    void where_the_gate_has_to_look_something_up_a_worker_does_it() {
        OcppLink<String> link = link(false);
        link.received(heartbeat(1));
        assertThat(wire.sent()).isEmpty();
        workers.run();
        assertThat(wire.sent()).hasSize(1);
    }
}
