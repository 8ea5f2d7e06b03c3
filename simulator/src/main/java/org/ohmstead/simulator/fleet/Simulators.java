package org.ohmstead.simulator.fleet;

import java.util.ArrayList;
import java.util.List;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.network.Network;
import org.ohmstead.simulator.station.network.Tally;
import org.ohmstead.simulator.v16.Protocol16;
import org.ohmstead.simulator.v2.Protocol2;

/** Makes stations, which share event loops and timers; closing it ends them all. */
public final class Simulators implements AutoCloseable {
    private final Network network;
    private final List<SimStation> stations = new ArrayList<>();

    public Simulators() {
        this(false);
    }

    /**
     * @param trustsAll takes any certificate of a CSMS, for tests with self-signed ones
     */
    public Simulators(boolean trustsAll) {
        this.network = new Network(trustsAll);
    }

    /** A station that is not connected yet. */
    public synchronized SimStation station(StationOptions options) {
        SimStation station = new SimStation(new Station(
                options, network, made -> options.version().isV2() ? new Protocol2(made) : new Protocol16(made)));
        stations.add(station);
        return station;
    }

    public Tally tally() {
        return network.tally();
    }

    @Override
    public synchronized void close() {
        stations.forEach(SimStation::disconnect);
        network.close();
    }
}
