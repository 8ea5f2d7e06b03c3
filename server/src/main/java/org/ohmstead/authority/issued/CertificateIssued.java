package org.ohmstead.authority.issued;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A certificate was signed for a station, which is given it next.
 *
 * @param use       station, v2g or v2g20
 * @param authority by the number of who has signed it
 */
public record CertificateIssued(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long certificate,
        String use,
        String subject,
        String serialNumber,
        Instant validUntil,
        long authority)
        implements Event {
    @Override
    public String kind() {
        return "certificate.issued";
    }
}
