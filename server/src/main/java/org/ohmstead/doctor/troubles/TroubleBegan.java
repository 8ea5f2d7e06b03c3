package org.ohmstead.doctor.troubles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * Something is wrong with a station for a while. Told once, until it has ended.
 *
 * @param trouble  its number, as in {@code GET /api/v1/station-troubles}
 * @param what     such as {@code flapping}; see {@link TroubleKind}
 * @param severity critical, warning or info
 * @param amount   how many, or how many seconds; see {@link TroubleKind}
 */
public record TroubleBegan(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long trouble,
        String what,
        String severity,
        long amount,
        @Nullable String subject)
        implements Event {
    @Override
    public String kind() {
        return "station.trouble.began";
    }
}
