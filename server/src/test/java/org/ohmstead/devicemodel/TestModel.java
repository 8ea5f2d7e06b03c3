package org.ohmstead.devicemodel;

import java.time.Instant;
import java.util.List;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** What stations of a test are set to. */
public final class TestModel {
    public final DeviceModel model;
    /** Keeps what stations answer. */
    public final VariableAnswers answers;

    private final SqlVariableStore store;
    private final TestStations stations;

    public TestModel(TestStations stations) {
        this.stations = stations;
        store = new SqlVariableStore(stations.database, stations.commits, new Outbox(stations.clock));
        model = new DeviceModel(store, new SqlVariableReads(stations.database));
        answers = new VariableAnswers(store);
    }

    /** The station has told it. */
    public void tells(StationRef station, Address address, String value) {
        Instant at = stations.clock.instant();
        store.write(station, tx -> {
            store.told(
                    tx,
                    station,
                    List.of(new Told(address, value, Traits.UNKNOWN)),
                    new SqlVariableStore.Source(Known.REPORTED, at, null));
            return true;
        });
    }
}
