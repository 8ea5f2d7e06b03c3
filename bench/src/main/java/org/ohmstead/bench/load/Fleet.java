package org.ohmstead.bench.load;

import io.vertx.core.Future;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many virtual stations on one event loop. */
public final class Fleet implements AutoCloseable {
    private static final int DIALS_AT_ONCE = 64;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final URI endpoint;
    private final int backOffMillis;
    private final Tally tally = new Tally();
    private final List<LoadStation> stations = new ArrayList<>();
    private Pace pace = Pace.REST;
    private volatile boolean closing;
    private volatile int booted;
    private int dialled;

    /** One station before it is connected. */
    public record Plan(String identity, Script script) {}

    private Fleet(URI endpoint, int backOffMillis) {
        this.endpoint = endpoint;
        this.backOffMillis = backOffMillis;
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(100_000)
                .setConnectTimeout(20_000)
                .setTryUsePerMessageCompression(false));
    }

    /**
     * Stations that stay away once their connection is lost, so that a measurement shows it.
     *
     * @param endpoint to which a station appends its identity, such as ws://127.0.0.1:8080/ocpp
     */
    public static Fleet of(URI endpoint) {
        return new Fleet(endpoint, 0);
    }

    /** Stations that dial again within a second, and repeat what was refused or not answered, as real ones do. */
    public static Fleet tenacious(URI endpoint) {
        return new Fleet(endpoint, 1000);
    }

    /** Stations that dial again within milliseconds, to see when somebody is there. */
    public static Fleet impatient(URI endpoint) {
        return new Fleet(endpoint, 5);
    }

    public Tally tally() {
        return tally;
    }

    /** Connects all of them and waits until each was accepted by its BootNotification. */
    public void connect(List<Plan> plans, Duration atMost) throws InterruptedException, TimeoutException {
        onLoop(() -> {
            plans.forEach(plan -> stations.add(new LoadStation(this, plan)));
            dialSome();
        });
        awaitBoots(stations.size(), atMost);
    }

    /** Waits until stations were accepted, counted since {@link #clear} or the beginning. */
    public void awaitBoots(int count, Duration atMost) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (booted < count) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException((count - booted) + " of " + count + " stations were not accepted within "
                        + atMost + "; first error: " + tally.firstError());
            }
            Thread.sleep(2);
        }
    }

    /** Every station sends one message after the other, each as soon as the last was answered, until {@link #rest}. */
    public void loop() throws InterruptedException {
        pace(Pace.CLOSED_LOOP);
    }

    /**
     * Sends at a fixed rate for some time.
     *
     * @param perSecond messages of all stations together
     * @return how many messages were due at the end and had not left, because no station was free
     */
    public long offer(int perSecond, Duration time) throws InterruptedException {
        OpenLoop open = new OpenLoop(perSecond, System.nanoTime());
        pace(open);
        long timer = vertx.setPeriodic(1, tick -> open.sendDue());
        Thread.sleep(time);
        vertx.cancelTimer(timer);
        long behind = open.behind();
        rest();
        return behind;
    }

    /** No station sends anything new. */
    public void rest() throws InterruptedException {
        pace(Pace.REST);
    }

    private void pace(Pace next) throws InterruptedException {
        onLoop(() -> {
            pace = next;
            stations.stream().filter(LoadStation::isFree).forEach(next::free);
        });
    }

    /** How many stations wait for no answer: all of them, once the fleet rests and everything was answered. */
    public long resting() throws InterruptedException {
        long[] free = new long[1];
        onLoop(() -> free[0] = stations.stream().filter(LoadStation::isFree).count());
        return free[0];
    }

    /** Forgets what was counted so far. */
    public void clear() throws InterruptedException {
        onLoop(() -> {
            tally.clear();
            booted = 0;
        });
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

    Future<WebSocket> connect(Plan plan) {
        return client.connect(new WebSocketConnectOptions()
                .setAbsoluteURI(endpoint + "/" + plan.identity())
                .addSubProtocol(plan.script().subprotocol()));
    }

    boolean isTenacious() {
        return backOffMillis > 0 && !closing;
    }

    /** Runs something after a random time, at most as long as a station of this fleet waits before it dials again. */
    void afterBackOff(Runnable what) {
        later(1 + ThreadLocalRandom.current().nextInt(backOffMillis), what);
    }

    void later(int millis, Runnable what) {
        vertx.setTimer(millis, fired -> what.run());
    }

    void free(LoadStation station) {
        pace.free(station);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the event loop writes
    void booted() {
        booted++;
        dialSome();
    }

    /** The first connections are made a few at a time; afterwards each station is on its own. */
    private void dialSome() {
        while (dialled < stations.size() && dialled < booted + DIALS_AT_ONCE) {
            stations.get(dialled++).dial();
        }
    }

    @Override
    public void close() {
        closing = true;
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .completeOnTimeout(null, 10, TimeUnit.SECONDS)
                .join();
    }
}
