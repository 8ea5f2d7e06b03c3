package org.ohmstead.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.socket.EventLoop;
import org.ohmstead.bench.socket.TextSocket;

/** Many virtual stations on one event loop. */
public final class Fleet implements AutoCloseable {
    /** What {@link #failures} counts, in words. */
    public static final String FAILURES = "refused, lost or unanswered";

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);
    private static final int DIALS_AT_ONCE = 64;

    private final EventLoop loop = new EventLoop();
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
        awaitBooted(stations.size(), atMost);
    }

    /** Waits until so many stations are connected and accepted. */
    public void awaitBooted(int count, Duration atMost) throws InterruptedException, TimeoutException {
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
        OpenLoop open = begin(perSecond);
        Thread.sleep(time);
        long[] behind = new long[1];
        onLoop(() -> {
            open.sendDue();
            behind[0] = open.behind();
        });
        rest();
        return behind[0];
    }

    /** Sends at a fixed rate until {@link #rest}. */
    public void keep(int perSecond) throws InterruptedException {
        begin(perSecond);
    }

    private OpenLoop begin(int perSecond) throws InterruptedException {
        OpenLoop open = new OpenLoop(perSecond, System::nanoTime);
        pace(open);
        onLoop(() -> tick(open));
        return open;
    }

    private void tick(OpenLoop open) {
        if (pace == open) {
            open.sendDue();
            later(1, () -> tick(open));
        }
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

    /**
     * Lets the answers come in that are under way once the fleet rests.
     *
     * @return how many stations still wait for one after that time, or have lost their connection; 0 as soon as none does
     */
    public int unanswered(Duration atMost) throws InterruptedException {
        long start = System.nanoTime();
        int[] waiting = new int[1];
        while (true) {
            onLoop(() -> waiting[0] =
                    (int) stations.stream().filter(station -> !station.isFree()).count());
            if (waiting[0] == 0 || System.nanoTime() - start > atMost.toNanos()) {
                return waiting[0];
            }
            Thread.sleep(20);
        }
    }

    /** As {@link #unanswered(Duration)}, after ten seconds at most. */
    public int unanswered() throws InterruptedException {
        return unanswered(LAST_ANSWERS);
    }

    /** When the fleet rests: messages that were refused since {@link #clear}, and {@link #unanswered()} stations. */
    public long failures() throws InterruptedException {
        return tally.errors() + unanswered();
    }

    /** Forgets what was counted so far. */
    public void clear() throws InterruptedException {
        onLoop(tally::clear);
    }

    /** Runs something where the stations live, and waits for it. */
    public void onLoop(Runnable what) throws InterruptedException {
        loop.await(what);
    }

    void connect(Plan plan, TextSocket.Listener station) {
        URI target = URI.create(endpoint + "/" + plan.identity());
        TextSocket.connect(loop, target, plan.script().subprotocol(), station);
    }

    boolean isTenacious() {
        return backOffMillis > 0 && !closing;
    }

    /** Runs something after a random time, at most as long as a station of this fleet waits before it dials again. */
    void afterBackOff(Runnable what) {
        later(1 + ThreadLocalRandom.current().nextInt(backOffMillis), what);
    }

    void later(int millis, Runnable what) {
        loop.after(millis, what);
    }

    void free(LoadStation station) {
        pace.free(station);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the event loop writes
    void accepted() {
        booted++;
        dialSome();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the event loop writes
    void left() {
        booted--;
    }

    /** How many stations are connected and accepted. */
    public int booted() {
        return booted;
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
        loop.close();
    }
}
