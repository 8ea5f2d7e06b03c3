package org.ohmstead.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.frame.MessageId;
import org.ohmstead.ocpp.rpc.routing.Gate;
import org.ohmstead.ocpp.rpc.routing.Routes;

/** What waits is bounded by its size, on one link and on all of them together. */
class BacklogTest {
    private static final int MOST = 1000;

    private final FakeWire wire = new FakeWire();
    private final ManualWorkers workers = new ManualWorkers();
    private final Backlog backlog = new Backlog(MOST);
    private final TestStation station = new TestStation();
    private final LinkEngine engine = new LinkEngine(workers, new ManualTimers(), backlog);

    private OcppLink<String> link(FakeWire wire) {
        return link(wire, station.routes(OcppVersion.V16));
    }

    private OcppLink<String> link(FakeWire wire, Routes<String> routes) {
        return new OcppLink<>(CallerOf.always("CP7"), routes, LinkSettings.DEFAULT, wire, engine, new Seen());
    }

    private static String heartbeat(int id, int size) {
        String head = "[2,\"" + id + "\",\"Heartbeat\",{}";
        return head + " ".repeat(Math.max(0, size - head.length() - 1)) + "]";
    }

    @Test
    void when_too_much_waits_on_all_links_one_on_which_something_waits_is_not_read_until_that_is_served() {
        FakeWire first = new FakeWire();
        FakeWire second = new FakeWire();
        FakeWire third = new FakeWire();
        OcppLink<String> a = link(first);
        OcppLink<String> b = link(second);
        a.received(heartbeat(1, 10));
        a.received(heartbeat(2, MOST));
        assertThat(first.flow()).containsExactly("pause");
        b.received(heartbeat(1, 10));
        assertThat(second.flow()).as("nothing waits there").isEmpty();
        b.received(heartbeat(2, 10));
        assertThat(second.flow()).containsExactly("pause");
        link(third).received(heartbeat(1, MOST));
        assertThat(third.flow()).as("it is served at once").isEmpty();

        workers.run();
        assertThat(first.flow()).containsExactly("pause", "resume");
        assertThat(second.flow()).containsExactly("pause", "resume");
        assertThat(station.served).hasSize(5);
        assertThat(backlog.waiting()).isZero();
    }

    @Test
    void what_waits_is_text_and_is_read_into_a_record_again_when_its_turn_comes() {
        AtomicInteger asked = new AtomicInteger();
        Gate<String> gate = (caller, action) -> {
            asked.incrementAndGet();
            return Optional.empty();
        };
        OcppLink<String> link = link(wire, station.routes(OcppVersion.V16, gate));
        link.received(heartbeat(1, 10));
        String values = "[2,\"2\",\"MeterValues\",{\"connectorId\":1,\"meterValue\":[{\"timestamp\":"
                + "\"2026-03-01T12:00:00Z\",\"sampledValue\":[{\"value\":\"7\"}]}]}]";
        // Two in one text, the second of which has a comma too many: the same has to come out of it twice.
        link.received(values + ", [2,\"3\",\"Heartbeat\",{},] ");
        assertThat(backlog.waiting()).isGreaterThanOrEqualTo(values.length());
        workers.run();
        assertThat(asked).hasValue(3);
        assertThat(station.served).hasSize(3).element(1).asString().contains("value=7");
        assertThat(wire.sent()).map(text -> text.substring(0, 6)).containsExactly("[3,\"1\"", "[3,\"2\"", "[3,\"3\"");
        assertThat(backlog.waiting()).isZero();
    }

    @Test
    void only_what_is_served_at_once_keeps_what_was_read_of_it() {
        List<String> done = new ArrayList<>();
        Inbound inbound = new Inbound(wire, 64, engine);
        for (String id : List.of("1", "2", "3")) {
            MessageId message = new MessageId(id, false);
            inbound.offer(new Task(message, id, () -> done.add(id + " as read"), () -> done.add(id + " again")));
        }
        workers.run();
        assertThat(done).containsExactly("1 as read", "2 again", "3 again");
    }

    @Test
    void what_waited_on_a_closed_link_is_no_longer_counted_when_it_is_served() {
        OcppLink<String> link = link(wire);
        for (int i = 1; i <= 5; i++) {
            link.received(heartbeat(i, 100));
        }
        assertThat(backlog.waiting()).isEqualTo(400);
        link.closed("gone");
        workers.run();
        assertThat(backlog.waiting()).isZero();
    }
}
