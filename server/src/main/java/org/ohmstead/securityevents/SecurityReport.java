package org.ohmstead.securityevents;

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

    /** The specification has 50; what is longer is cut, because no index of a database takes any length. */
    private static final int LONGEST_TYPE = 255;

    public SecurityReport {
        type = type.length() > LONGEST_TYPE ? type.substring(0, LONGEST_TYPE) : type;
    }

    SecurityReport withoutText() {
        return new SecurityReport(type, stationAt, OTHERS, receivedAt);
    }

    SecurityReport withoutType() {
        return new SecurityReport(OTHERS, stationAt, OTHERS, receivedAt);
    }
}
