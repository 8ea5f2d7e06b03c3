package org.ohmstead.simulator.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.network.Tally;

/** Many stations with drivers of their own. */
public final class Fleet implements AutoCloseable {
    private final Simulators simulators;
    private final List<SimStation> stations = new ArrayList<>();
    private final List<Driver> drivers = new ArrayList<>();
    private final AtomicLong sessionsLeft;
    private final AtomicLong sessionsOpen = new AtomicLong();

    /**
     * @param sessions that may begin, all stations together; 0: without end
     */
    public Fleet(long sessions, boolean trustsAll) {
        this.simulators = new Simulators(trustsAll);
        this.sessionsLeft = new AtomicLong(sessions == 0 ? Long.MAX_VALUE : sessions);
    }

    public Tally tally() {
        return simulators.tally();
    }

    /** Adds a station and dials; it works as soon as it is accepted. */
    public void add(StationOptions options, Token token, Duration pause, Duration stay) {
        SimStation station = simulators.station(options.keepsDeliveries(false));
        Driver.Habits habits = new Driver.Habits(token, pause, stay, this::permit, sessionsOpen::decrementAndGet);
        stations.add(station);
        for (Outlet outlet : station.station().outlets()) {
            drivers.add(new Driver(station.station(), outlet, habits));
        }
        station.station().lifecycle().connect(); // who is refused dials again
    }

    /** Lets the drivers of all stations come. */
    public void begin() {
        drivers.forEach(Driver::begin);
    }

    /** Whether all sessions that may begin have begun and ended. */
    public boolean isDone() {
        return sessionsLeft.get() == 0 && sessionsOpen.get() == 0 && waiting() == 0;
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

    private boolean permit() {
        sessionsOpen.incrementAndGet();
        boolean permitted = sessionsLeft.getAndUpdate(left -> left > 0 ? left - 1 : 0) > 0;
        if (!permitted) {
            sessionsOpen.decrementAndGet();
        }
        return permitted;
    }

    private long waiting() {
        return stations.stream().mapToLong(one -> one.station().queue().size()).sum();
    }
}
