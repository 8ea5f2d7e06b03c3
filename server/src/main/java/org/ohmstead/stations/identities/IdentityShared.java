package org.ohmstead.stations.identities;

import java.time.Instant;
import java.util.List;
import org.ohmstead.events.Event;

/**
 * It looks as if two devices use one identity. Told once, until it has been quiet for an hour.
 *
 * @param serialNumbers of the devices or of their meters, as far as they have told any
 * @param addresses     that the connections came from
 */
public record IdentityShared(
        long tenant, Long station, Instant at, String identity, List<String> serialNumbers, List<String> addresses)
        implements Event {
    public IdentityShared {
        serialNumbers = List.copyOf(serialNumbers);
        addresses = List.copyOf(addresses);
    }

    @Override
    public String kind() {
        return "station.identity.shared";
    }
}
