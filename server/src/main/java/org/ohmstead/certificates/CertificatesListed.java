package org.ohmstead.certificates;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A station has told which certificates it has.
 *
 * @param count how many it has, of all uses, as far as known
 * @param added how many of them were not known
 * @param gone  how many of those that were known it does not have
 */
public record CertificatesListed(long tenant, Long station, Instant at, String identity, int count, int added, int gone)
        implements Event {
    @Override
    public String kind() {
        return "certificate.listed";
    }
}
