package org.ohmstead.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.LinkObserver.Dropped;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.ocpp.v16.ClearCache;
import org.ohmstead.ocpp.v16.Heartbeat;

/** What the other side asks of us: order, one at a time, back-pressure, closing. */
@Timeout(30)
class ServedCallsTest {
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
    void pipelined_calls_are_answered_in_the_order_of_their_arrival() {
        OcppLink<String> link = link(LinkSettings.DEFAULT);
        link.received(heartbeat(1));
        link.received("[2,\"2\",\"MakeCoffee\",{}]");
        link.received("[2,\"3\",\"Heartbeat\",{\"a\" 1}]");
        link.received("[2,\"4\",\"Reset\",{}]");
        link.received(heartbeat(5));
        assertThat(wire.sent()).isEmpty();
        workers.run();
        assertThat(wire.sent())
                .map(text -> text.substring(0, 6))
                .containsExactly("[3,\"1\"", "[4,\"2\"", "[4,\"3\"", "[4,\"4\"", "[3,\"5\"");
    }

    @Test
    void a_worker_exists_only_while_there_is_work() {
        OcppLink<String> link = link(LinkSettings.DEFAULT);
        assertThat(workers.waiting()).isZero();
        link.received(heartbeat(1));
        link.received(heartbeat(2));
        assertThat(workers.waiting()).isEqualTo(1);
        workers.run();
        link.received(heartbeat(3));
        assertThat(workers.waiting()).isEqualTo(1);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void a_full_queue_stops_the_socket_and_drops_nothing() {
        OcppLink<String> link = link(LinkSettings.DEFAULT.withQueues(4, 4));
        for (int i = 1; i <= 3; i++) {
            link.received(heartbeat(i));
        }
        assertThat(wire.flow()).isEmpty();
        link.received(heartbeat(4));
        assertThat(wire.flow()).containsExactly("pause");
        link.received(heartbeat(5));
        link.received(heartbeat(6));
        workers.run();
        assertThat(wire.flow()).containsExactly("pause", "resume");
        assertThat(wire.sent()).hasSize(6);
    }

    @Test
    void the_socket_goes_on_when_half_of_the_queue_is_done() {
        List<Integer> sentAtResume = new ArrayList<>();
        Wire counting = new Wire() {
            @Override
            public void send(String text) {
                wire.send(text);
            }

            @Override
            public void close(int code, String reason) {}

            @Override
            public void pause() {}

            @Override
            public void resume() {
                sentAtResume.add(wire.sent().size());
            }
        };
        OcppLink<String> link = new OcppLink<>(
                CallerOf.always("CP7"),
                station.routes(OcppVersion.V16),
                LinkSettings.DEFAULT.withQueues(8, 4),
                counting,
                new LinkEngine(workers, timers),
                seen);
        for (int i = 1; i <= 8; i++) {
            link.received(heartbeat(i));
        }
        workers.run();
        // The fourth has been taken from the queue, but not been served, when four are left.
        assertThat(sentAtResume).containsExactly(3);
    }

    @Test
    void a_handler_may_wait_for_a_call_of_its_own() throws InterruptedException {
        AtomicReference<OcppLink<String>> itself = new AtomicReference<>();
        CountDownLatch asked = new CountDownLatch(1);
        Routes<String> routes = Routes.<String>of(OcppVersion.V16)
                .call(Heartbeat.Request.class, (caller, request) -> {
                    var answer = itself.get().call(new ClearCache.Request());
                    asked.countDown();
                    answer.join();
                    return new Heartbeat.Response(Instant.EPOCH);
                })
                .build();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            OcppLink<String> link = link(routes, LinkSettings.DEFAULT, new LinkEngine(threads, timers));
            itself.set(link);
            link.open();
            link.received(heartbeat(1));
            asked.await();
            link.received("[3,\"" + wire.lastId() + "\",{\"status\":\"Accepted\"}]");
            assertThat(link.drain(Duration.ofHours(1))).isTrue();
        }
        assertThat(wire.last()).startsWith("[3,\"1\"");
    }

    @Test
    void what_came_before_the_socket_was_closed_is_served_in_order_and_its_answers_are_dropped()
            throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Routes<String> routes = Routes.<String>of(OcppVersion.V16)
                .call(Heartbeat.Request.class, (caller, request) -> {
                    began.countDown();
                    await(closed);
                    station.served.add(request);
                    return new Heartbeat.Response(Instant.EPOCH);
                })
                .build();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            OcppLink<String> link = link(routes, LinkSettings.DEFAULT, new LinkEngine(threads, timers));
            link.received(heartbeat(1));
            link.received(heartbeat(2));
            began.await();
            assertThat(link.drain(Duration.ofMillis(1))).isFalse();
            link.closed("gone");
            closed.countDown();
            assertThat(link.drain(Duration.ofHours(1))).isTrue();
            link.received(heartbeat(3));
        }
        assertThat(station.served).hasSize(2);
        assertThat(wire.sent()).isEmpty();
        assertThat(seen.served).map(line -> line.substring(0, 11)).containsExactly("Heartbeat 1", "Heartbeat 2");
        assertThat(seen.dropped).containsOnly(Dropped.CLOSED).hasSize(3);
    }

    @Test
    void an_action_has_one_handler_and_belongs_to_the_version() {
        var routes = Routes.<String>of(OcppVersion.V16)
                .call(Heartbeat.Request.class, (caller, request) -> new Heartbeat.Response(Instant.EPOCH));
        assertThatThrownBy(() -> routes.call(
                        Heartbeat.Request.class, (caller, request) -> new Heartbeat.Response(Instant.EPOCH)))
                .hasMessage("Heartbeat has two handlers");
        assertThatThrownBy(() -> Routes.<String>of(OcppVersion.V201)
                        .call(Heartbeat.Request.class, (caller, request) -> new Heartbeat.Response(Instant.EPOCH)))
                .hasMessageContaining("is no request of OCPP 2.0.1");
        assertThat(routes.build().actions()).containsExactly("Heartbeat");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
