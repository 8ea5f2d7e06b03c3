package org.ohmstead.commands.verbs;

import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;

/**
 * A station that is to be told something.
 *
 * @param version that it speaks, or spoke last
 */
public record Addressee(Station station, OcppVersion version) {
    public StationRef ref() {
        return station.ref();
    }

    /** Whether it has refused the action as one that it does not have, since its firmware last changed. */
    public boolean lacks(String action) {
        return station.unsupportedActions().contains(action);
    }
}
