package org.ohmstead.app.tls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A new certificate of the server could not be used, or not be got; the former one goes on.
 *
 * @param reason   in a sentence
 * @param severity {@code warning}
 */
public record ServerCertificateRefused(long tenant, String reason, String severity, Instant at) implements Event {
    @Override
    public String kind() {
        return "server.certificate.refused";
    }

    @Override
    public @Nullable Long station() {
        return null;
    }
}
