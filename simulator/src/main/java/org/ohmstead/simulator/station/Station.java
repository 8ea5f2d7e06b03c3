package org.ohmstead.simulator.station;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.BootNotification.BootReason;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.Registration.Status;

/** One station: its parts, its registration with the CSMS, its reboots. Its monitor guards all of its state. */
public final class Station {
    private static final System.Logger LOG = System.getLogger(Station.class.getName());
    private static final Duration OWN_BOOT_INTERVAL = Duration.ofSeconds(10);
    private static final Duration REBOOT_TAKES = Duration.ofSeconds(3);

    private final StationOptions options;
    private final Network network;
    private final StationTime time;
    private final Instant bornAt;
    private final Random random;
    private final Protocol protocol;
    private final Connection connection;
    private final List<Outlet> outlets = new ArrayList<>();
    private final TransactionQueue queue = new TransactionQueue(this);
    private final Charging charging = new Charging(this);
    private final Ledger ledger = new Ledger();
    private final Mischief mischief = new Mischief();
    private final Profiles profiles = new Profiles();
    private final Reservations reservations = new Reservations();
    private final LocalList localList = new LocalList();
    private Status registration = Status.NONE;
    private BootReason bootReason = BootReason.PowerUp;
    private boolean operative = true;
    private StationTime.Timer heartbeat = StationTime.Timer.NONE;
    private StationTime.Timer bootRetry = StationTime.Timer.NONE;
    private CompletableFuture<Status> settled = new CompletableFuture<>();

    public Station(StationOptions options, Network network, Function<Station, Protocol> language) {
        this.options = options;
        this.network = network;
        StationTime given = options.time();
        this.time = given != null
                ? given
                : new ScaledTime(
                        network.clock(), options.speed(), options.startAt(), network.alarms(), network.workers());
        this.bornAt = time.now();
        this.random = new Random(options.seed() * 31 + options.identity().hashCode());
        for (int id = 1; id <= options.outlets(); id++) {
            outlets.add(new Outlet(id, options, new Random(random.nextLong()), bornAt));
        }
        this.protocol = language.apply(this);
        this.connection = new Connection(this, network, options);
    }

    public String identity() {
        return options.identity();
    }

    public StationOptions options() {
        return options;
    }

    public StationTime time() {
        return time;
    }

    /** What it writes into its messages: its time, unless it believes in 1970. */
    public Instant stamp() {
        Instant now = time.now();
        return mischief.lost1970() ? Instant.EPOCH.plus(Duration.between(bornAt, now)) : now;
    }

    public Random random() {
        return random;
    }

    public Protocol protocol() {
        return protocol;
    }

    public Connection connection() {
        return connection;
    }

    public TransactionQueue queue() {
        return queue;
    }

    public Charging charging() {
        return charging;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Mischief mischief() {
        return mischief;
    }

    public Profiles profiles() {
        return profiles;
    }

    public Reservations reservations() {
        return reservations;
    }

    public LocalList localList() {
        return localList;
    }

    public List<Outlet> outlets() {
        return outlets;
    }

    public Optional<Outlet> outlet(int id) {
        return id < 1 || id > outlets.size() ? Optional.empty() : Optional.of(outlets.get(id - 1));
    }

    Tally tally() {
        return network.tally();
    }

    public synchronized Status registration() {
        return registration;
    }

    public synchronized boolean operative() {
        return operative;
    }

    public synchronized void operative(boolean operative) {
        this.operative = operative;
    }

    /** Connected and accepted: may send what it likes. */
    public synchronized boolean isReady() {
        return connection.isUp() && registration == Status.ACCEPTED;
    }

    /** Sends a CALL now, whether or not the station has been accepted. */
    public <R extends OcppResult> CompletableFuture<Outcome<R>> call(OcppCall<R> request) {
        return connection.call(request);
    }

    /** Sends a CALL if the station may, and forgets about it. */
    public void say(OcppCall<?> request) {
        if (isReady()) {
            call(request);
        }
    }

    /** Says so when something that nobody waits for went wrong. */
    public void mind(CompletableFuture<?> what) {
        what.exceptionally(failure -> {
            LOG.log(System.Logger.Level.ERROR, "station=" + identity(), failure);
            tally().failed(identity(), String.valueOf(failure));
            return null;
        });
    }

    public boolean send(OcppSend message) {
        return isReady() && connection.send(message);
    }

    /** Sends a text past the link. */
    public void rawSend(String text) {
        connection.wire().put(text);
    }

    /** Sends a frame past the link; what comes back under its id. */
    public CompletableFuture<String> rawAsk(String frame) {
        return connection.wire().ask(frame);
    }

    /** Runs something once the answer to the command being handled has left. */
    public void afterAnswer(Runnable what) {
        connection.afterAnswer(what);
    }

    /** Runs steps one after the other, each some station time after the one before. */
    public void inSteps(Duration pause, List<Runnable> steps) {
        if (!steps.isEmpty()) {
            time.after(pause, () -> {
                steps.getFirst().run();
                inSteps(pause, steps.subList(1, steps.size()));
            });
        }
    }

    /** Dials; ends with the answer to the BootNotification, or with ACCEPTED when none was due. */
    public CompletableFuture<Status> connect() {
        CompletableFuture<Status> answer;
        synchronized (this) {
            if (settled.isDone() && !connection.isUp()) {
                settled = new CompletableFuture<>();
            }
            answer = settled;
        }
        return connection.open().thenCompose(up -> answer);
    }

    public void loseConnection() {
        connection.lose();
    }

    public void disconnect() {
        connection.close();
    }

    /** Sends the BootNotification (again). */
    public void boot(BootReason reason) {
        bootRetry.cancel();
        mind(protocol.boot(reason).thenAccept(this::booted));
    }

    /**
     * Ends what runs, goes away for some seconds and boots.
     *
     * @param resume 2.1 ImmediateAndResume: transactions go on afterwards (B13)
     */
    public void reboot(BootReason reason, Reason stopReason, boolean resume) {
        for (Outlet outlet : outlets) {
            if (resume) {
                charging.pause(outlet);
            } else {
                charging.stop(outlet, TriggerReason.ResetCommand, stopReason, null);
            }
        }
        mind(queue.whenEmpty()
                .orTimeout(5, TimeUnit.SECONDS)
                .handle((empty, late) -> reason)
                .thenAccept(this::restart));
    }

    synchronized void connected() {
        if (options.skipBoot()) {
            registration = Status.ACCEPTED;
        }
        if (registration == Status.ACCEPTED) {
            atWork();
        } else {
            boot(bootReason);
        }
    }

    synchronized void disconnected() {
        heartbeat.cancel();
        bootRetry.cancel();
        outlets.forEach(Outlet::forgetReported);
        if (settled.isDone()) {
            settled = new CompletableFuture<>();
        }
    }

    void acknowledged(Ledger.Fact fact) {
        if (options.keepsLedger()) {
            ledger.acknowledged(fact);
        }
    }

    void discarded(Ledger.Fact fact) {
        tally().failed(identity(), fact.action() + " was given up after the last attempt");
        ledger.discarded(fact);
    }

    /** Tells the state of a connector if that is news. */
    public synchronized void report(Outlet outlet) {
        OutletState state = state(outlet);
        if (isReady() && outlet.isNews(state)) {
            protocol.report(outlet, state);
        }
    }

    public synchronized OutletState state(Outlet outlet) {
        return outlet.state(operative, reservations.of(outlet.id()).isPresent());
    }

    private void restart(BootReason reason) {
        synchronized (this) {
            registration = Status.NONE;
            bootReason = reason;
        }
        connection.close();
        time.after(REBOOT_TAKES, () -> connection.open().exceptionally(failed -> null));
    }

    private synchronized void booted(Registration answer) {
        boolean accepted = answer.status() == Status.ACCEPTED;
        if (!connection.isUp()) {
            return;
        }
        if (registration != Status.ACCEPTED || answer.status() != Status.NONE) {
            registration = answer.status();
        }
        if (accepted) {
            if (answer.interval().isPositive()) {
                protocol.heartbeatInterval(answer.interval());
            }
            atWork();
        } else {
            Duration pause = answer.interval().isPositive() ? answer.interval() : OWN_BOOT_INTERVAL;
            bootRetry = time.after(pause, () -> {
                if (connection.isUp() && registration() != Status.ACCEPTED) {
                    boot(bootReason);
                }
            });
            if (answer.status() != Status.NONE) {
                settled.complete(answer.status());
            }
        }
    }

    private void atWork() {
        protocol.reportStation();
        outlets.forEach(Outlet::forgetReported);
        outlets.forEach(this::report);
        outlets.forEach(charging::resume);
        queue.pump();
        beat();
        settled.complete(Status.ACCEPTED);
    }

    private void beat() {
        heartbeat.cancel();
        Duration interval = protocol.timing().heartbeat();
        if (interval.isPositive()) {
            heartbeat = time.after(interval, () -> {
                synchronized (this) {
                    if (isReady()) {
                        protocol.heartbeat();
                        beat();
                    }
                }
            });
        }
    }

    /** The interval of the heartbeats was changed. */
    public synchronized void newHeartbeat() {
        if (isReady()) {
            beat();
        }
    }
}
