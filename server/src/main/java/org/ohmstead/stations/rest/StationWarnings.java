package org.ohmstead.stations.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.ClockOffset;
import org.ohmstead.stations.Identities;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.connections.LargeMessages;
import org.ohmstead.stations.identities.SharedIdentities;

/** What is wrong with a station, or is allowed and may yet give trouble, in words for people. */
@Singleton
public class StationWarnings {
    private final SharedIdentities shared;
    private final LargeMessages large;

    @Inject
    public StationWarnings(SharedIdentities shared, LargeMessages large) {
        this.shared = shared;
        this.large = large;
    }

    List<String> of(Station station, @Nullable ClockOffset clock) {
        List<String> warnings =
                new ArrayList<>(Identities.warnings(station.ref().identity()));
        if (clock != null && clock.isTelling()) {
            warnings.add(clock.warning());
        }
        shared.warning(station.ref()).ifPresent(warnings::add);
        large.warning(station.ref()).ifPresent(warnings::add);
        return warnings;
    }
}
