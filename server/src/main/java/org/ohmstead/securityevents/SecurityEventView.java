package org.ohmstead.securityevents;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Security events in the API: those of one type and text within a day are one item. */
public record SecurityEventView(
        long id,
        String station,

        @Schema(description = "A word of the specification or of the vendor")
        String type,

        @Schema(
                description =
                        "Details in free text; empty: none. '(others)' stands for many different ones, told by a station that"
                                + " reports more kinds a day than are kept apart")
        String techInfo,

        @Schema(description = "How many there were") long occurred,

        @Schema(description = "Of the first one, by the station's clock")
        Instant stationAt,

        @Schema(description = "When the first one came") Instant receivedAt,

        @Schema(description = "Of the last one, by the station's clock")
        Instant lastStationAt,

        @Schema(description = "When the last one came") Instant lastReceivedAt) {
    public static SecurityEventView of(SecurityEvent event) {
        SecurityReport first = event.first();
        return new SecurityEventView(
                event.id(),
                event.station(),
                first.type(),
                first.techInfo(),
                event.occurred(),
                first.stationAt(),
                first.receivedAt(),
                event.lastStationAt(),
                event.lastReceivedAt());
    }
}
