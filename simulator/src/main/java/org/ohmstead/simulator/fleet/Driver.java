package org.ohmstead.simulator.fleet;

import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.time.StationTime;

/** The people at one outlet: one after the other plugs in, identifies, charges for a while and leaves. */
final class Driver {
    private final Station station;
    private final Outlet outlet;
    private final Habits habits;
    private final Random random;
    private StationTime.Timer next = StationTime.Timer.NONE;
    private volatile boolean stopped;

    /**
     * @param token  of all of them
     * @param pause  between two of them, on average
     * @param stay   how long one charges, on average
     * @param permit asked before each session; false: this driver is done
     * @param over   told after each session that was permitted
     */
    record Habits(Token token, Duration pause, Duration stay, BooleanSupplier permit, Runnable over) {}

    Driver(Station station, Outlet outlet, Habits habits) {
        this.station = station;
        this.outlet = outlet;
        this.habits = habits;
        this.random = new Random(station.random().nextLong());
    }

    void begin() {
        after(some(habits.pause().dividedBy(4)), this::arrive);
    }

    /** Leaves, ending what runs. */
    void stop() {
        stopped = true;
        next.cancel();
        leave();
    }

    private void arrive() {
        boolean free = outlet.transaction() == null && !outlet.plugged() && outlet.operative();
        if (!free || !station.isReady()) {
            after(Duration.ofSeconds(5), this::arrive);
        } else if (habits.permit().getAsBoolean()) {
            station.charging().plug(outlet);
            after(Duration.ofSeconds(2), this::identify);
        }
    }

    private void identify() {
        station.mind(station.charging().authorize(habits.token()).thenAccept(verdict -> {
            boolean started = verdict.accepted()
                    && !stopped
                    && station.charging().start(outlet, verdict.token(), TriggerReason.Authorized, null);
            after(started ? some(habits.stay()) : Duration.ofSeconds(10), this::finish);
        }));
    }

    private void finish() {
        leave();
        habits.over().run();
        after(some(habits.pause()), this::arrive);
    }

    private void leave() {
        station.charging().stop(outlet, TriggerReason.StopAuthorized, Reason.Local, habits.token());
        station.charging().unplug(outlet);
    }

    private void after(Duration delay, Runnable what) {
        if (!stopped) {
            next = station.time().after(delay, what);
        }
    }

    /** Half to one and a half of it. */
    private Duration some(Duration average) {
        return average.dividedBy(2).plusMillis((long) (random.nextDouble() * average.toMillis()));
    }
}
