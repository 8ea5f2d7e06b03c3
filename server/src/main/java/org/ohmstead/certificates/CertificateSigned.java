package org.ohmstead.certificates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A station has answered to the certificate that was signed for it.
 *
 * @param accepted whether it uses it
 * @param subject  null: it could not be read
 * @param actor    who sent it
 */
public record CertificateSigned(
        long tenant,
        Long station,
        Instant at,
        String identity,
        boolean accepted,
        @Nullable String subject,
        @Nullable Instant validUntil,
        String actor)
        implements Event {
    @Override
    public String kind() {
        return "certificate.signed";
    }
}
