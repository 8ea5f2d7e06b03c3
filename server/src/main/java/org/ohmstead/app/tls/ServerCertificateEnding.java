package org.ohmstead.app.tls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A certificate of the server itself ends in 30, 7 or 1 days, or has ended; whoever checks it will not come in any more.
 *
 * @param subject  whose it is
 * @param notAfter when it ends
 * @param days     that are left; 0: it has ended, or does today
 * @param severity {@code warning}, or {@code critical} within the last week
 */
public record ServerCertificateEnding(
        long tenant, String subject, Instant notAfter, int days, String severity, Instant at) implements Event {
    @Override
    public String kind() {
        return "server.certificate.ending";
    }

    @Override
    public @Nullable Long station() {
        return null;
    }
}
