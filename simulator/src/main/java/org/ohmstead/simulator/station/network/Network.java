package org.ohmstead.simulator.station.network;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.ohmstead.ocpp.rpc.LinkEngine;

/** What all stations of a process share: event loops, alarms, and virtual threads for as long as there is work. */
public final class Network implements AutoCloseable {
    private static final int MIB = 1 << 20;

    private final boolean trustsAll;
    private final Vertx vertx;
    /** One for all stations that believe and show the same. */
    private final Map<ClientTls, WebSocketClient> clients = new ConcurrentHashMap<>();

    private final ScheduledThreadPoolExecutor alarms;
    private final ExecutorService workers;
    private final LinkEngine engine;
    private final Tally tally = new Tally();

    /**
     * @param trustsAll takes any certificate of a CSMS, for tests with self-signed ones
     */
    public Network(boolean trustsAll) {
        this.trustsAll = trustsAll;
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
        // Vert.x 4 takes a handshake's timer with the number 0 for none and so closes the first connection when it
        // fires.
        vertx.cancelTimer(vertx.setTimer(1, spent -> {}));
        alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("station-alarms").daemon().factory());
        alarms.setRemoveOnCancelPolicy(true);
        workers = Executors.newVirtualThreadPerTaskExecutor();
        engine = LinkEngine.onVirtualThreads(alarms);
    }

    private WebSocketClient make(ClientTls tls) {
        return vertx.createWebSocketClient(tls.apply(new WebSocketClientOptions()
                .setMaxConnections(100_000)
                .setMaxFrameSize(4 * MIB)
                .setMaxMessageSize(16 * MIB)
                .setConnectTimeout(10_000)
                .setTryUsePerMessageCompression(false)
                .setTrustAll(trustsAll)
                .setVerifyHost(!trustsAll)));
    }

    public WebSocketClient client(ClientTls tls) {
        return clients.computeIfAbsent(tls, this::make);
    }

    public LinkEngine engine() {
        return engine;
    }

    public ExecutorService workers() {
        return workers;
    }

    public ScheduledThreadPoolExecutor alarms() {
        return alarms;
    }

    public Clock clock() {
        return Clock.systemUTC();
    }

    /** What all stations together have done. */
    public Tally tally() {
        return tally;
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        workers.shutdown();
        CompletableFuture<Void> closed = vertx.close().toCompletionStage().toCompletableFuture();
        closed.completeOnTimeout(null, 5, TimeUnit.SECONDS).join();
    }
}
