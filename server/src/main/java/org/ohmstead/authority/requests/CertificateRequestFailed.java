package org.ohmstead.authority.requests;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A station has asked for a certificate, and gets none, or did not take it.
 *
 * @param request number of what it asked for
 * @param use     station, v2g or v2g20
 * @param state   refused, rejected or failed
 * @param reason  for people
 */
public record CertificateRequestFailed(
        long tenant, Long station, Instant at, String identity, long request, String use, String state, String reason)
        implements Event {
    @Override
    public String kind() {
        return "certificate.request-failed";
    }
}
