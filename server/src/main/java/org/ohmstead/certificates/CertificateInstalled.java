package org.ohmstead.certificates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A station has taken a certificate.
 *
 * @param use     a word of {@link CertificateUse}
 * @param subject null: it could not be read
 * @param actor   who sent it
 */
public record CertificateInstalled(
        long tenant,
        Long station,
        Instant at,
        String identity,
        String use,
        @Nullable String subject,
        String serialNumber,
        @Nullable Instant validUntil,
        String actor)
        implements Event {
    @Override
    public String kind() {
        return "certificate.installed";
    }
}
