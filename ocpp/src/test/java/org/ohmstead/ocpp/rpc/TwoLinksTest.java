package org.ohmstead.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.ocpp.v16.DataTransfer;

/** Two links that talk to each other over two threads that play the socket, with real virtual threads behind. */
@Timeout(60)
class TwoLinksTest {
    private static final int CALLERS = 20;
    private static final int CALLS_OF_EACH = 250;

    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
    private final LinkEngine engine = LinkEngine.onVirtualThreads(alarms);
    private final End station = new End("station");
    private final End csms = new End("csms");

    @AfterEach
    void stop() {
        station.socket.close();
        csms.socket.close();
        alarms.close();
    }

    /** One end: what it sends arrives at the other in order, on the other's thread. */
    private final class End implements Wire, LinkObserver {
        private final String name;
        private final ExecutorService socket = Executors.newSingleThreadExecutor();
        private final AtomicInteger onTheWire = new AtomicInteger();
        private final AtomicInteger handling = new AtomicInteger();
        private final List<String> faults = new ArrayList<>();
        private final ConcurrentHashMap<String, Integer> served = new ConcurrentHashMap<>();
        private final OcppLink<String> link;

        End(String name) {
            this.name = name;
            Routes<String> routes = Routes.<String>of(OcppVersion.V16)
                    .call(DataTransfer.Request.class, this::echo)
                    .build();
            // Room for all callers on the way out, but little on the way in, so that the socket has to stop and go.
            LinkSettings settings = LinkSettings.DEFAULT.withQueues(2, CALLERS);
            link = new OcppLink<>(CallerOf.always(name), routes, settings, this, engine, this);
            link.open();
        }

        private DataTransfer.Response echo(String caller, DataTransfer.Request request) {
            if (handling.incrementAndGet() > 1) {
                fault("two handlers at once");
            }
            served.merge(String.valueOf(request.data()), 1, Integer::sum);
            Thread.yield();
            handling.decrementAndGet();
            return new DataTransfer.Response(DataTransfer.Status.Accepted, request.data());
        }

        private End other() {
            return this == station ? csms : station;
        }

        synchronized void fault(String what) {
            faults.add(name + ": " + what);
        }

        @Override
        public void send(String text) {
            other().socket.execute(() -> other().link.received(text));
        }

        @Override
        public void close(int code, String reason) {
            fault("closed: " + reason);
        }

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void frameOut(String text, FrameType type, String action, String id) {
            if (type == FrameType.CALL && onTheWire.incrementAndGet() > 1) {
                fault("two CALLs on the wire");
            }
        }

        @Override
        public void frameIn(
                String text,
                FrameType type,
                String action,
                String id,
                List<org.ohmstead.ocpp.codec.Deviation> deviations) {
            if (type == FrameType.CALLRESULT) {
                onTheWire.decrementAndGet();
            }
        }

        @Override
        public void dropped(Dropped why, String text) {
            fault(why + " " + text);
        }
    }

    @Test
    void ten_thousand_calls_in_both_directions_all_get_their_own_answers() throws InterruptedException {
        List<CompletableFuture<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(caller(station, i));
            callers.add(caller(csms, i));
        }
        int answered = callers.stream().mapToInt(CompletableFuture::join).sum();
        assertThat(answered).isEqualTo(2 * CALLERS * CALLS_OF_EACH);
        assertThat(station.link.drain(Duration.ofSeconds(10))).isTrue();
        assertThat(csms.link.drain(Duration.ofSeconds(10))).isTrue();
        assertThat(station.faults).isEmpty();
        assertThat(csms.faults).isEmpty();
        assertThat(station.served).hasSize(CALLERS * CALLS_OF_EACH).allSatisfy((data, times) -> assertThat(times)
                .isOne());
        assertThat(csms.served).hasSize(CALLERS * CALLS_OF_EACH);
    }

    /** A caller that sends one CALL after the other and counts the answers that are its own. */
    private CompletableFuture<Integer> caller(End end, int number) {
        return CompletableFuture.supplyAsync(
                () -> {
                    int own = 0;
                    for (int i = 0; i < CALLS_OF_EACH; i++) {
                        String data = number + "/" + i;
                        var outcome = end.link
                                .call(new DataTransfer.Request("vendor", null, data))
                                .join();
                        if (outcome instanceof Outcome.Answered<DataTransfer.Response> answer
                                && data.equals(answer.response().data())) {
                            own++;
                        } else {
                            end.fault("not answered: " + outcome);
                        }
                    }
                    return own;
                },
                engine.workers());
    }
}
