package org.ohmstead.overview;

import java.time.Duration;

/**
 * What counts as in need of attention.
 *
 * @param staleAfter an open session without any sign for so long is stale (default 12 hours)
 */
public record OverviewSettings(Duration staleAfter) {
    public static OverviewSettings defaults() {
        return new OverviewSettings(Duration.ofHours(12));
    }
}
