package org.ohmstead.stations.identities;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.stations.StationRef;

/** By what names the stations of an organisation are known: their identities, and the serial numbers that they tell. */
@Singleton
public class StationNames {
    private final SqlStationNames names;

    @Inject
    public StationNames(SqlStationNames names) {
        this.names = names;
    }

    /** Whether another station of the organisation has it as its identity or serial number, in whatever case. */
    public boolean isOfAnother(StationRef station, String name) {
        return names.isOfAnother(station, name);
    }
}
