package org.ohmstead.simulator.station;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.simulator.station.Registration.Status;
import org.ohmstead.simulator.station.authorization.LocalList;
import org.ohmstead.simulator.station.authorization.Reservations;
import org.ohmstead.simulator.station.network.Mischief;
import org.ohmstead.simulator.station.network.Network;
import org.ohmstead.simulator.station.network.OwnCertificates;
import org.ohmstead.simulator.station.network.Tally;
import org.ohmstead.simulator.station.network.Transfers;
import org.ohmstead.simulator.station.time.ScaledTime;
import org.ohmstead.simulator.station.time.StationTime;

/** One station: its parts, and how it says something. Its monitor guards all of its state. */
public final class Station {
    private static final System.Logger LOG = System.getLogger(Station.class.getName());

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
    private final PowerFlow powerFlow = new PowerFlow(this);
    private final Lifecycle lifecycle = new Lifecycle(this);
    private final Deliveries deliveries = new Deliveries();
    private final Mischief mischief = new Mischief();
    private final Profiles profiles = new Profiles();
    private final Reservations reservations = new Reservations();
    private final LocalList localList = new LocalList();
    private final OwnCertificates ownCertificates = new OwnCertificates();
    private final Transfers transfers;
    private boolean operative = true;

    public Station(StationOptions options, Network network, Function<Station, Protocol> language) {
        this.options = options;
        this.transfers = new Transfers(options.url());
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

    public PowerFlow powerFlow() {
        return powerFlow;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public Mischief mischief() {
        return mischief;
    }

    /** The files that it loads and leaves. */
    public Transfers transfers() {
        return transfers;
    }

    /** Its keys, and what was signed for them. */
    public OwnCertificates ownCertificates() {
        return ownCertificates;
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

    /** Its registration, its reboots and its heartbeats. */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    public synchronized boolean operative() {
        return operative;
    }

    public synchronized void operative(boolean operative) {
        this.operative = operative;
    }

    /** Connected and accepted: may send what it likes. */
    public synchronized boolean isReady() {
        return connection.isUp() && lifecycle.registration() == Status.ACCEPTED;
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

    /** As {@link #say}, and goes on once something has become of it: what is only queued would end with the connection. */
    public void say(OcppCall<?> request, Runnable then) {
        if (isReady()) {
            mind(call(request).thenRun(then));
        } else {
            then.run();
        }
    }

    /** Says so when something that nobody waits for went wrong. */
    public void mind(CompletableFuture<?> what) {
        what.whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.ERROR, "station=" + identity(), failure);
                tally().failed(identity(), String.valueOf(failure));
            }
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

    public void loseConnection() {
        connection.lose();
    }

    public void disconnect() {
        connection.close();
    }

    void acknowledged(Deliveries.Fact fact) {
        if (options.keepsDeliveries()) {
            deliveries.acknowledged(fact);
        }
    }

    void discarded(Deliveries.Fact fact) {
        tally().failed(identity(), fact.action() + " was given up after the last attempt");
        deliveries.discarded(fact);
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
}
