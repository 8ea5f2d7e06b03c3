package org.ohmstead.certificates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A station has deleted a certificate, or says that it has no such one.
 *
 * @param use     a word of {@link CertificateUse}, or the station's own; null: we did not know that it had it
 * @param subject null: not known
 * @param actor   who had it deleted
 */
public record CertificateDeleted(
        long tenant,
        Long station,
        Instant at,
        String identity,
        @Nullable String use,
        @Nullable String subject,
        String serialNumber,
        String actor)
        implements Event {
    @Override
    public String kind() {
        return "certificate.deleted";
    }
}
