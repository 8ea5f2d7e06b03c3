package org.ohmstead.app.socket;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.ohmstead.Await;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.handshake.StationDoor;
import org.ohmstead.app.socket.listening.ListenOptions;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.LinkEngine;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.ocpp.v16.BootNotification;
import org.ohmstead.ocpp.v16.Heartbeat;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.securityprofiles.Contact;

/** The endpoint on a server of its own, with a door that knows the stations CP-1 to CP-9 and SLOW. */
public final class EndpointHarness implements AutoCloseable {
    /** A connection that ended. */
    record Closed(long connection, int code, String reason) {}

    final StationLinks links = new StationLinks();
    public final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    final BlockingQueue<Closed> closed = new LinkedBlockingQueue<>();
    final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();
    /** Action, size, limit and setting of messages that were too large. */
    final List<String> tooLarge = new CopyOnWriteArrayList<>();

    /** Who has knocked, and came over what. */
    public final List<StationDoor.Knock> seen = new CopyOnWriteArrayList<>();

    public final List<Caller> callers = new CopyOnWriteArrayList<>();
    final BlockingQueue<Runnable> heartbeats = new LinkedBlockingQueue<>();
    final StationEndpoint endpoint;
    volatile boolean storeIsUp = true;
    private volatile boolean suspended;
    public volatile boolean stationIsAccepted;
    volatile boolean bootIsRejected;
    /** Whether what anybody has shown so far counts no more. */
    volatile boolean outdated;

    private final AtomicInteger knocks = new AtomicInteger();
    private final AtomicLong rows = new AtomicLong();
    private volatile CountDownLatch held = new CountDownLatch(0);
    /** What the next connection has to wait for when it has its number; taken by it. */
    final BlockingQueue<CountDownLatch> openings = new LinkedBlockingQueue<>();

    private volatile CountDownLatch firstRow = new CountDownLatch(0);
    private final Vertx vertx = Vertx.vertx();
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
    private final HttpServer server;
    private final Settings settings;

    public EndpointHarness(String... flags) {
        this(Settings.of(flags));
    }

    public EndpointHarness(Settings settings) {
        this(settings, null);
    }

    /** @param door null: the one that knows a few stations */
    public EndpointHarness(Settings settings, StationDoor door) {
        this.settings = settings;
        LinkServices services = new LinkServices(
                door == null ? new Door() : door,
                links,
                new LinkServices.Protocol(
                        Map.of(
                                OcppVersion.V16, v16(),
                                OcppVersion.V201,
                                        Routes.<Caller>of(OcppVersion.V201).build(),
                                OcppVersion.V21,
                                        Routes.<Caller>of(OcppVersion.V21).build()),
                        link -> new LinkObserver() {
                            @Override
                            public void tooLarge(String action, long size, long limit, String setting) {
                                tooLarge.add(action + " " + size + " " + limit + " " + setting);
                            }
                        }),
                LinkEngine.onVirtualThreads(alarms),
                Clock.systemUTC(),
                settings);
        endpoint = new StationEndpoint(services, reason -> refused.computeIfAbsent(reason, r -> new AtomicInteger())
                .incrementAndGet());
        endpoint.start(vertx);
        server = listen(options -> options);
    }

    /** Another port for the same stations. @return its number */
    public int listenToo(UnaryOperator<HttpServerOptions> options) {
        return listen(options).actualPort();
    }

    private HttpServer listen(UnaryOperator<HttpServerOptions> options) {
        return vertx.createHttpServer(options.apply(ListenOptions.apply(new HttpServerOptions(), settings)))
                .requestHandler(request -> {
                    if (!endpoint.handle(request, "http://evil.example".equals(request.getHeader("Origin")))) {
                        request.response().setStatusCode(404).end("not for stations");
                    }
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public int port() {
        return server.actualPort();
    }

    private Routes<Caller> v16() {
        return Routes.<Caller>of(OcppVersion.V16)
                .call(BootNotification.Request.class, (caller, boot) -> {
                    callers.add(caller);
                    return new BootNotification.Response(
                            bootIsRejected ? BootNotification.Status.Rejected : BootNotification.Status.Accepted,
                            Instant.EPOCH,
                            300);
                })
                .call(Heartbeat.Request.class, (caller, beat) -> {
                    callers.add(caller);
                    Runnable task = heartbeats.poll();
                    if (task != null) {
                        task.run();
                    }
                    return new Heartbeat.Response(Instant.EPOCH);
                })
                .build();
    }

    public RawStation connected(String identity) throws IOException {
        return connectedAfter(identity, () -> {});
    }

    /** Dials and waits until the connection is the station's link. */
    RawStation connectedAfter(String identity, Runnable before) throws IOException {
        before.run();
        long last = connection(identity);
        RawStation station = RawStation.dial(port(), "/ocpp/" + identity, "Sec-WebSocket-Protocol: ocpp1.6");
        if (station.status() != 101) {
            throw new AssertionError("the handshake was answered " + station.status());
        }
        Await.until(() -> connection(identity) > last);
        return station;
    }

    private long connection(String identity) {
        return links.of(ref(identity)).map(StationLink::connection).orElse(0L);
    }

    StationLink link(String identity) {
        return links.of(ref(identity)).orElseThrow();
    }

    static StationRef ref(String identity) {
        return new StationRef(1, identity.hashCode(), identity);
    }

    /** From now on nobody is answered at the door. */
    /** From now on its tenant is. */
    void suspend() {
        suspended = true;
    }

    void holdKnocks() {
        held = new CountDownLatch(1);
    }

    void letKnocksGo() {
        held.countDown();
    }

    /** From now on the first row is written, but whoever has it does not hear of that yet. */
    void holdFirstRow() {
        firstRow = new CountDownLatch(1);
    }

    void letFirstRowGo() {
        firstRow.countDown();
    }

    long rows() {
        return rows.get();
    }

    int knocks() {
        return knocks.get();
    }

    void awaitKnocks(int count) {
        Await.until(() -> knocks.get() == count);
    }

    Closed nextClosed() throws InterruptedException {
        Closed next = closed.poll(8, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no connection was closed");
        }
        return next;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        alarms.shutdownNow();
    }

    private final class Door implements StationDoor {
        private final Set<String> known = ConcurrentHashMap.newKeySet();

        @Override
        public boolean isServed(StationRef station) {
            return !suspended;
        }

        @Override
        public Entry knock(Knock knock) {
            seen.add(knock);
            knocks.incrementAndGet();
            await(held);
            if (!storeIsUp) {
                throw new IllegalStateException("the store is away");
            }
            String identity = String.valueOf(knock.path().identity());
            known.add(identity);
            if (identity.equals("REVOKED")) {
                return new TurnedAway(
                        1, Attempt.Reason.CERTIFICATE_REVOKED, "Certificate 3 was revoked by user:olga@example.org");
            }
            if (!identity.matches("(?i)CP-\\d|SLOW")) {
                return new TurnedAway(1, Attempt.Reason.UNKNOWN_IDENTITY, "there is no station " + identity);
            }
            if (identity.equals("CP-9") && !"Basic Q1AtOTpzZWNyZXQ=".equals(knock.authorization())) {
                Attempt.Reason reason =
                        knock.authorization() == null ? Attempt.Reason.NO_CREDENTIALS : Attempt.Reason.WRONG_PASSWORD;
                return new TurnedAway(1, reason, "the password is wrong");
            }
            return new Admitted(
                    ref(identity), false, ZoneOffset.UTC, stationIsAccepted, null, null, Contact.none(false));
        }

        @Override
        public Entry again(Admitted before, Knock knock) {
            return outdated ? new TurnedAway(1, Attempt.Reason.WRONG_PASSWORD, "it is another one by now") : before;
        }

        @Override
        public long opened(Admitted station, OcppVersion version, Knock knock) {
            if (station.station().identity().equals("SLOW")) {
                await(Duration.ofMillis(100));
            }
            long row = rows.incrementAndGet();
            if (row == 1) {
                await(firstRow);
            }
            CountDownLatch opening = openings.poll();
            if (opening != null) {
                await(opening);
            }
            return row;
        }

        private void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void await(Duration time) {
            java.util.concurrent.locks.LockSupport.parkNanos(time.toNanos());
        }

        @Override
        public void closed(StationRef station, long connection, int code, String reason) {
            closed.add(new Closed(connection, code, reason));
        }

        @Override
        public void turnedAway(Attempt attempt, Knock knock) {
            attempts.add(attempt);
        }
    }
}
