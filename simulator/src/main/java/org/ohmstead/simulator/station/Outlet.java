package org.ohmstead.simulator.station;

import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.metering.Meter;
import org.ohmstead.simulator.station.metering.Sample;
import org.ohmstead.simulator.station.metering.Vehicle;
import org.ohmstead.simulator.station.time.StationTime;

/** An EVSE with its one connector: connector n in 1.6, EVSE n with connector 1 in 2.x. */
public final class Outlet {
    private final int id;
    private final boolean dc;
    private final double maxWatts;
    private final Random random;
    private final Meter meter;
    private @Nullable Vehicle vehicle;
    /** Volatile, because tests and commands look at it without the lock. */
    private volatile @Nullable Transaction transaction;

    private @Nullable Token waiting;
    private @Nullable Integer waitingRemoteStart;
    private boolean operative = true;
    private @Nullable Boolean scheduledOperative;
    private boolean faulted;
    private boolean ended;
    private boolean paused;
    private @Nullable OutletState reported;
    StationTime.Timer tick = StationTime.Timer.NONE;
    StationTime.Timer patience = StationTime.Timer.NONE;
    Instant nextSample = Instant.MAX;

    Outlet(int id, StationOptions options, Random random, Instant now) {
        this.id = id;
        this.dc = options.dc();
        this.maxWatts = options.maxWatts();
        this.random = random;
        this.meter = new Meter(dc, random, now);
    }

    public int id() {
        return id;
    }

    public boolean dc() {
        return dc;
    }

    public double maxWatts() {
        return maxWatts;
    }

    public @Nullable Transaction transaction() {
        return transaction;
    }

    public boolean plugged() {
        return vehicle != null;
    }

    public double registerWh() {
        return meter.registerWh();
    }

    /** W that flow now. */
    public double watts() {
        return transaction == null ? 0 : meter.watts();
    }

    public boolean operative() {
        return operative;
    }

    public boolean faulted() {
        return faulted;
    }

    public void faulted(boolean faulted) {
        this.faulted = faulted;
    }

    /** Changes its availability, now or when its transaction is over; whether it is now. */
    public boolean operative(boolean wanted) {
        if (transaction != null && !wanted) {
            scheduledOperative = false;
            return false;
        }
        scheduledOperative = null;
        operative = wanted;
        return true;
    }

    /** A token that was accepted and waits for a cable. */
    @Nullable
    Token waiting() {
        return waiting;
    }

    @Nullable
    Integer waitingRemoteStart() {
        return waitingRemoteStart;
    }

    void waitFor(@Nullable Token token, @Nullable Integer remoteStartId) {
        waiting = token;
        waitingRemoteStart = remoteStartId;
        if (token == null) {
            patience.cancel();
        }
    }

    @Nullable
    Vehicle vehicle() {
        return vehicle;
    }

    void plug() {
        double capacity = 45_000 + random.nextInt(40_000);
        vehicle = new Vehicle(dc, maxWatts, capacity, 10 + random.nextInt(45));
        ended = false;
    }

    void unplug() {
        vehicle = null;
        ended = false;
    }

    void begin(Transaction begun) {
        transaction = begun;
        paused = false;
    }

    void end() {
        tick.cancel();
        transaction = null;
        ended = true;
        if (scheduledOperative != null) {
            operative = scheduledOperative;
            scheduledOperative = null;
        }
    }

    /** While the station reboots nothing flows. */
    void paused(boolean paused) {
        this.paused = paused;
    }

    boolean paused() {
        return paused;
    }

    /** Lets the meter catch up with the clock. */
    void advance(Profiles profiles, Instant now) {
        Transaction running = transaction;
        Vehicle car = vehicle;
        Instant since = running == null ? null : running.chargingSince();
        if (running == null || car == null || since == null || running.blocked() || paused) {
            meter.idle(now);
        } else {
            meter.run(car, since, at -> profiles.limit(this, at), now);
        }
    }

    /** What the meter shows; {@link #advance} first. */
    public Sample sample(Instant now) {
        return meter.sample(vehicle, now);
    }

    /** The state for the protocol, and nothing else about it. */
    public OutletState state(boolean stationOperative, boolean reserved) {
        if (faulted) {
            return OutletState.FAULTED;
        }
        Transaction running = transaction;
        if (running != null) {
            return switch (running.chargingState()) {
                case Charging -> OutletState.CHARGING;
                case SuspendedEV -> OutletState.SUSPENDED_EV;
                case SuspendedEVSE -> OutletState.SUSPENDED_EVSE;
                case EVConnected, Idle -> OutletState.PREPARING;
            };
        }
        if (!operative || !stationOperative) {
            return OutletState.UNAVAILABLE;
        }
        if (plugged()) {
            return ended ? OutletState.FINISHING : OutletState.PREPARING;
        }
        if (waiting != null) {
            return OutletState.PREPARING;
        }
        return reserved ? OutletState.RESERVED : OutletState.AVAILABLE;
    }

    /** Whether a state is news since the last time this was asked. */
    boolean isNews(OutletState state) {
        boolean news = state != reported;
        reported = state;
        return news;
    }

    void forgetReported() {
        reported = null;
    }
}
