package org.ohmstead.stations.identities;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.OneByOne;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.SqlStationStore;
import org.ohmstead.stations.StationRef;

/**
 * Notices when two devices use one identity: their connections replace each other again and again, or a serial number comes
 * back that had been replaced. Both are served as before, because the newest connection wins; what they say ends up in one
 * station, which an operator should know. In memory, because it shows again within minutes if it goes on.
 */
@Singleton
public class SharedIdentities {
    private static final Logger LOG = System.getLogger(SharedIdentities.class.getName());

    private final SqlStationStore store;
    private final Clock clock;
    private final ConcurrentMap<Long, Rivals> stations = new ConcurrentHashMap<>();

    @Inject
    public SharedIdentities(SqlStationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param connection its number, higher than those of all before */
    public void opened(StationRef station, long connection, String address) {
        Instant now = clock.instant();
        if (rivals(station).opened(connection, address, now)) {
            tell(station, now);
        }
    }

    public void closed(StationRef station, long connection) {
        Rivals known = stations.get(station.id());
        if (known != null) {
            known.closed(connection);
        }
    }

    public void booted(Caller caller, BootFacts facts) {
        @Nullable String serial = facts.serialNumber() == null ? facts.meterSerialNumber() : facts.serialNumber();
        if (serial != null && rivals(caller.station()).booted(serial, caller.receivedAt())) {
            tell(caller.station(), caller.receivedAt());
        }
    }

    /** For people; empty: nothing speaks for two devices. */
    public Optional<String> warning(StationRef station) {
        Rivals known = stations.get(station.id());
        return known == null ? Optional.empty() : known.warning(clock.instant());
    }

    private Rivals rivals(StationRef station) {
        return stations.computeIfAbsent(station.id(), absent -> new Rivals());
    }

    private void tell(StationRef station, Instant at) {
        Rivals known = rivals(station);
        LOG.log(
                Level.WARNING,
                () -> "tenant=" + station.tenant() + " station=" + station.identity() + ": "
                        + known.warning(at).orElse(""));
        IdentityShared event = new IdentityShared(
                station.tenant(), station.id(), at, station.identity(), known.serials(at), known.addresses(at));
        // What has just been kept of the station stands, whether this can be told or not.
        OneByOne.attemptOrLeave("Telling that two devices use one identity", () -> store.tell(station, event));
    }
}
