package org.ohmstead.stations.lists;

import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a station is now. */
@Schema(name = "StationSummary", description = "How a station is now")
public record StationSummary(
        @Schema(
                description = "In one word: the worst that holds, in the order of these words",
                implementation = StationStatus.class)
        String status,

        @Schema(
                description =
                        "How many of its connectors are in which status; a status that none is in is absent. As they were"
                                + " reported last, also of a station that is offline",
                examples = "{\"available\":1,\"charging\":1}")
        Map<String, Long> connectors,

        @Schema(description = "Its sessions that are open") long openSessions,

        @Schema(description = "What flows now: the last power of each open session that told one within 5 minutes")
        BigDecimal powerW) {
    public static final StationSummary UNKNOWN =
            new StationSummary(StationStatus.UNKNOWN.word(), Map.of(), 0, BigDecimal.ZERO);

    public StationSummary {
        connectors = Map.copyOf(connectors);
    }
}
