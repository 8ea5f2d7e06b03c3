package org.ohmstead.authority.issued;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * The certificate of a station ends soon, and the station does not ask for a new one.
 *
 * @param reason what came of asking it to
 */
public record RenewalFailed(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long certificate,
        String subject,
        Instant validUntil,
        String reason)
        implements Event {
    @Override
    public String kind() {
        return "certificate.renewal-failed";
    }
}
