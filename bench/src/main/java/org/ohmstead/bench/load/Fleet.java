package org.ohmstead.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many virtual stations on one event loop. */
public final class Fleet implements AutoCloseable {
    private static final int DIALS_AT_ONCE = 64;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final URI endpoint;
    private final Tally tally = new Tally();
    private final List<LoadStation> stations = new ArrayList<>();

    /** One station before it is connected. */
    public record Plan(String identity, Script script) {}

    /**
     * @param endpoint to which a station appends its identity, such as ws://127.0.0.1:8080/ocpp
     */
    public Fleet(URI endpoint) {
        this.endpoint = endpoint;
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(100_000)
                .setConnectTimeout(20_000)
                .setTryUsePerMessageCompression(false));
    }

    public Tally tally() {
        return tally;
    }

    /** Connects all of them and waits until each was accepted by its BootNotification. */
    public void connect(List<Plan> plans, Duration atMost) throws InterruptedException, TimeoutException {
        CountDownLatch booted = new CountDownLatch(plans.size());
        Semaphore dials = new Semaphore(DIALS_AT_ONCE);
        long deadline = System.nanoTime() + atMost.toNanos();
        for (Plan plan : plans) {
            if (!dials.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw late(plans.size(), booted.getCount());
            }
            dial(plan, dials, booted);
        }
        if (!booted.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw late(plans.size(), booted.getCount());
        }
    }

    private TimeoutException late(int all, long missing) {
        return new TimeoutException(
                missing + " of " + all + " stations were not accepted in time; first error: " + tally.firstError());
    }

    private void dial(Plan plan, Semaphore dials, CountDownLatch booted) {
        WebSocketConnectOptions target = new WebSocketConnectOptions()
                .setAbsoluteURI(endpoint + "/" + plan.identity())
                .addSubProtocol(plan.script().subprotocol());
        client.connect(target).onComplete(result -> {
            if (result.succeeded()) {
                opened(plan, result.result(), dials, booted);
            } else {
                dials.release();
                tally.lost(plan.identity() + " could not connect: " + result.cause());
            }
        });
    }

    private void opened(Plan plan, WebSocket socket, Semaphore dials, CountDownLatch booted) {
        LoadStation station = new LoadStation(plan.identity(), plan.script(), tally, socket, () -> {
            dials.release();
            booted.countDown();
        });
        stations.add(station);
        station.boot();
    }

    /** Lets every station send one message after the other, until {@link #rest}. */
    public void loop() throws InterruptedException {
        onLoop(() -> stations.forEach(LoadStation::loop));
    }

    /** No station sends anything new. */
    public void rest() throws InterruptedException {
        onLoop(() -> stations.forEach(LoadStation::rest));
    }

    /** Forgets what was counted so far. */
    public void clear() throws InterruptedException {
        onLoop(tally::clear);
    }

    /** Runs something where the stations live, and waits for it. */
    public void onLoop(Runnable what) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        vertx.nettyEventLoopGroup().next().execute(() -> {
            what.run();
            done.countDown();
        });
        done.await();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().completeOnTimeout(null, 10, TimeUnit.SECONDS).join();
    }
}
