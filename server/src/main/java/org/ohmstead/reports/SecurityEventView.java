package org.ohmstead.reports;

import java.time.Instant;

/** A security event in the API. */
public record SecurityEventView(
        long id, String station, String type, String techInfo, Instant stationAt, Instant receivedAt) {
    static SecurityEventView of(SecurityEvent event) {
        SecurityReport report = event.report();
        return new SecurityEventView(
                event.id(), event.station(), report.type(), report.techInfo(), report.stationAt(), report.receivedAt());
    }
}
