package org.ohmstead.app.socket.handshake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.ohmstead.app.socket.handshake.StationDoor.Knock;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.AttemptHint;
import org.ohmstead.stations.hints.HandshakeHints;
import org.ohmstead.stations.oddities.Oddities;
import org.ohmstead.stations.oddities.Oddity;

/** What a technician is told of handshakes later: what was odd about those that succeeded, and what the others come from. */
@Singleton
public class HandshakeNotes {
    private final Stations stations;
    private final HandshakeHints hints;
    private final Oddities oddities;
    private final Clock clock;

    @Inject
    public HandshakeNotes(Stations stations, HandshakeHints hints, Oddities oddities, Clock clock) {
        this.stations = stations;
        this.hints = hints;
        this.oddities = oddities;
        this.clock = clock;
    }

    /** A handshake succeeded. */
    public void opened(StationRef station, OcppVersion version, Knock knock) {
        Map<Oddity, String> found = OddHandshake.of(station.identity(), knock, version);
        boolean sendsPassword = knock.authorization() != null;
        if (sendsPassword && !stations.get(station).map(Station::hasPassword).orElse(true)) {
            found.put(Oddity.PASSWORD_NOT_CHECKED, "");
        }
        oddities.count(station, found, clock.instant());
    }

    /** May take a dozen hashes. */
    public Optional<AttemptHint> hint(Attempt attempt, Knock knock) {
        return hints.of(attempt, knock.authorization());
    }
}
