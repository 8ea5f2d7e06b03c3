package org.ohmstead.stations.securityprofiles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Limit;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.Connections;
import org.ohmstead.stations.connections.StationConnection;

/** What a certificate says about a station that boots. */
@Singleton
public class SerialCheck {
    private static final int POLICY = 1008;

    private final SecurityProfiles profiles;
    private final StationLinks links;
    private final Connections connections;
    private final Clock clock;

    @Inject
    public SerialCheck(SecurityProfiles profiles, StationLinks links, Connections connections, Clock clock) {
        this.profiles = profiles;
        this.links = links;
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * Whether the serial number that a station tells is another one than its certificate's (B01.FR.11). Then its connection is closed
     * (B01.FR.12), and that is kept. A certificate that names the identity says nothing about the serial number.
     */
    public boolean isRefused(Caller caller, @Nullable String serial) {
        StationRef station = caller.station();
        Contact contact = profiles.contact(caller); // of this connection, whatever an operator has decided since
        Contact.Certificate certificate = contact == null ? null : contact.certificate();
        String name = certificate == null ? null : certificate.commonName();
        if (name == null || name.equalsIgnoreCase(station.identity())) {
            return false;
        }
        // One that tells no serial number at all is known by its certificate.
        boolean fits = serial == null || serial.isBlank() || DistinguishedName.contains(name, serial);
        if (fits) {
            return false;
        }
        refuse(caller, name, serial);
        return true;
    }

    /** Whether it is known without asking the database that it is not here only to renew its certificate. */
    public boolean isKnownToBeFree(StationRef station) {
        StationSecurity known = profiles.known(station);
        Contact last = known == null ? null : known.last();
        return known != null && (last == null || !last.isOnlyToRenew(clock.instant()));
    }

    private void refuse(Caller caller, String name, @Nullable String serial) {
        StationRef station = caller.station();
        String detail = "the common name of its certificate is '" + name
                + "', and its BootNotification tells the serial"
                + " number '" + serial + "'; the one must contain the other, or be the identity '" + station.identity()
                + "'";
        Optional<StationConnection> row =
                connections.page(station.scope(), station, true, new Limit(1), null).items().stream()
                        .findFirst();
        Attempt attempt = new Attempt(
                station.tenant(),
                caller.receivedAt(),
                row.map(StationConnection::remoteAddress).orElse(""),
                row.map(StationConnection::path).orElse(""),
                station.identity(),
                null,
                Attempt.Reason.WRONG_COMMON_NAME,
                detail);
        connections.refused(attempt, Optional::empty);
        profiles.mismatched(
                station,
                new CertificateMismatched(
                        station.tenant(), station.id(), profiles.now(), station.identity(), name, serial));
        profiles.unbind(station);
        links.of(station)
                .filter(link -> link.connection() == caller.connection())
                .ifPresent(link -> link.close(POLICY, "the serial number is not the one of the certificate"));
    }

    /** Whether a station is here with an expired certificate, only to renew it (A00.FR.429). */
    public boolean mayOnlyRenew(Station station) {
        Contact last = profiles.of(station.ref()).last();
        return last != null && last.isOnlyToRenew(clock.instant());
    }
}
