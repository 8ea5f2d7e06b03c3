package org.ohmstead.blocks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Predicate;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorState;
import org.ohmstead.stations.availability.ConnectorStates;

/** Which part of a station a URL means that is to be there. What was removed may still be blocked: see {@link BlockPlace}. */
@Singleton
public class BlockPlaces {
    private final ConnectorStates connectors;

    @Inject
    public BlockPlaces(ConnectorStates connectors) {
        this.connectors = connectors;
    }

    /** @throws Refused invalid where it is no number, not found where the station has reported no such EVSE */
    public BlockPlace evse(StationRef station, String evse) {
        BlockPlace place = BlockPlace.evse(evse);
        known(station, state -> state.evse() == place.evse(), "EVSE " + place.evse());
        return place;
    }

    /** @throws Refused invalid where one is no number, not found where the station has reported no such connector */
    public BlockPlace connector(StationRef station, String evse, String connector) {
        BlockPlace place = BlockPlace.connector(evse, connector);
        known(
                station,
                state -> state.evse() == place.evse() && state.connector() == place.connector(),
                "connector " + place.connector() + " of EVSE " + place.evse());
        return place;
    }

    private void known(StationRef station, Predicate<ConnectorState> wanted, String what) {
        if (connectors.of(station).stream().noneMatch(wanted)) {
            throw Refused.notFound("Station '" + station.identity() + "' has reported no " + what
                    + ". Its list of connectors shows those that it has.");
        }
    }
}
