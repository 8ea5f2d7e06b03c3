package org.ohmstead.reports;

import java.time.Instant;

/**
 * A security event as a station tells it.
 *
 * @param type       a word of the specification's list or of the vendor
 * @param stationAt  the station's clock
 * @param techInfo   details in free text; empty: none
 * @param receivedAt our clock
 */
public record SecurityReport(String type, Instant stationAt, String techInfo, Instant receivedAt) {
    /** Stands for all types, or texts, that are too many to tell apart. */
    static final String OTHERS = "(others)";

    SecurityReport withoutText() {
        return new SecurityReport(type, stationAt, OTHERS, receivedAt);
    }

    SecurityReport withoutType() {
        return new SecurityReport(OTHERS, stationAt, OTHERS, receivedAt);
    }
}
