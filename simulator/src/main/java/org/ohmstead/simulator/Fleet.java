package org.ohmstead.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.Tally;
import org.ohmstead.simulator.station.Token;

/** Many stations with drivers of their own. */
final class Fleet implements AutoCloseable {
    private final Simulators simulators = new Simulators();
    private final List<SimStation> stations = new ArrayList<>();
    private final List<Driver> drivers = new ArrayList<>();
    private final AtomicLong sessionsLeft;

    /**
     * @param sessions that may begin, all stations together; 0: without end
     */
    Fleet(long sessions) {
        this.sessionsLeft = new AtomicLong(sessions == 0 ? Long.MAX_VALUE : sessions);
    }

    Tally tally() {
        return simulators.tally();
    }

    /** Adds a station and dials; it works as soon as it is accepted. */
    void add(StationOptions options, Token token, Duration pause, Duration stay) {
        SimStation station = simulators.station(options.keepsLedger(false));
        Driver.Habits habits =
                new Driver.Habits(token, pause, stay, () -> sessionsLeft.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0);
        stations.add(station);
        for (Outlet outlet : station.station().outlets()) {
            drivers.add(new Driver(station.station(), outlet, habits));
        }
        station.station().lifecycle().connect().exceptionally(refused -> null);
    }

    /** Lets the drivers of all stations come. */
    void begin() {
        drivers.forEach(Driver::begin);
    }

    /** Whether all sessions that may begin have begun and ended. */
    boolean isDone() {
        return sessionsLeft.get() == 0 && tally().charging() == 0 && waiting() == 0;
    }

    /** Ends what charges, waits until the CSMS knows, hangs up. */
    @Override
    public void close() {
        drivers.forEach(Driver::stop);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (waiting() > 0 && tally().connected() > 0 && System.nanoTime() < deadline) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        simulators.close();
    }

    private long waiting() {
        return stations.stream().mapToLong(one -> one.station().queue().size()).sum();
    }
}
