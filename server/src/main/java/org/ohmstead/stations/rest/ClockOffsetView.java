package org.ohmstead.stations.rest;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.ClockOffset;

/** How far a station's clock is off, as the API shows it. */
@Schema(description = "How far its clock is off, by its live messages; null: it has told no time yet")
public record ClockOffsetView(
        @Schema(description = "In seconds; positive: ahead of the server's clock, negative: behind")
        BigDecimal seconds,

        @Schema(description = "When it was first measured so")
        Instant since,

        @Schema(description = "When a message last showed it")
        Instant measuredAt) {
    static @Nullable ClockOffsetView of(@Nullable ClockOffset offset) {
        return offset == null
                ? null
                : new ClockOffsetView(
                        BigDecimal.valueOf(offset.ahead().toMillis(), 3), offset.since(), offset.measuredAt());
    }
}
