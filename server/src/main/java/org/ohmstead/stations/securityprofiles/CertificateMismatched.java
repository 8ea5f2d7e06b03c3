package org.ohmstead.stations.securityprofiles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A station's serial number is not the one of its certificate, and its connection was closed for it (B01.FR.11, B01.FR.12).
 *
 * @param commonName of the certificate
 */
public record CertificateMismatched(
        long tenant,
        Long station,
        Instant at,
        String identity,
        String commonName,
        @Nullable String serialNumber) implements Event {
    @Override
    public String kind() {
        return "station.certificate-mismatched";
    }
}
