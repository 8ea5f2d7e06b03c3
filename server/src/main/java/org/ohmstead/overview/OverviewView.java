package org.ohmstead.overview;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How things stand at all stations that whoever asks may see. */
@Schema(name = "Overview")
public record OverviewView(
        @Schema(description = "When it was so") Instant at,

        @Schema(description = "The time zone of its days", examples = "Europe/Berlin")
        String zone,

        StationCounts stations,

        @Schema(
                description =
                        "How many connectors are in which status; all statuses are named. The station as a whole (EVSE 0) is"
                                + " none",
                examples = "{\"available\":12,\"charging\":3,\"faulted\":1}")
        Map<String, Long> connectors,

        @Schema(description = "Sessions that are open") long openSessions,

        @Schema(description = "What flows now: the last power of each open session that told one within 5 minutes")
        BigDecimal powerW,

        @Schema(description = "Sessions that ended today") Sum today,

        @Schema(description = "Sessions that ended yesterday until the same time of day, to compare with today")
        Sum yesterdaySoFar,

        @Schema(description = "Sessions that ended yesterday")
        Sum yesterday,

        Attention attention) {

    /** How many stations there are, and how many of them are so; one may count in several. */
    @Schema(name = "StationCounts")
    public record StationCounts(
            long total,
            @Schema(description = "Connected right now") long connected,

            @Schema(description = "Faulted as a whole or at a connector")
            long faulted,

            @Schema(description = "With a session that is open")
            long charging,

            @Schema(description = "Registered, and never connected")
            long neverSeen) {}

    /** Sessions that ended in a period. */
    @Schema(name = "OverviewSum")
    public record Sum(
            long sessions,

            @Schema(description = "One whose energy is not known adds nothing")
            BigDecimal energyWh) {}

    /** What needs somebody. */
    @Schema(name = "Attention")
    public record Attention(
            @Schema(description = "How many there are, also those that are not among the items")
            long total,

            @Schema(description = "How many of each kind there are; all kinds are named")
            Map<String, Long> byKind,

            @Schema(description = "The worst 50: by severity, then the newest first")
            List<AttentionItem> items) {
        public Attention {
            items = List.copyOf(items);
        }
    }
}
