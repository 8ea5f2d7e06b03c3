package org.ohmstead.authority.issued;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A certificate of a station must not be believed any more.
 *
 * @param station null: it was deleted
 * @param reason  a word of {@link RevocationReason}
 * @param actor   who has revoked it
 */
public record CertificateRevoked(
        long tenant,
        @Nullable Long station,
        Instant at,
        String identity,
        long certificate,
        String subject,
        String serialNumber,
        String reason,
        String actor)
        implements Event {
    @Override
    public String kind() {
        return "certificate.revoked";
    }
}
