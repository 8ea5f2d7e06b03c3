package org.ohmstead.doctor;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.oddities.Oddity;
import org.ohmstead.stations.oddities.StationOddity;

/** What is odd about a station's handshakes, as the API shows it. */
@Schema(name = "StationConnectionOddity")
public record OddityView(
        String station,
        @Schema(implementation = Oddity.class) String oddity,

        @Schema(description = "In a sentence") String sentence,

        @Schema(description = "What to change at the station")
        String atStation,

        @Schema(description = "What can be done here") String here,

        @Schema(description = "What stood there the last time; null: that tells nothing") @Nullable
        String found,

        long occurred,
        Instant firstAt,
        Instant lastAt) {
    static OddityView of(StationOddity row) {
        Advice advice = OddityAdvice.of(row.oddity());
        return new OddityView(
                row.station(),
                row.oddity().word(),
                advice.sentence(),
                advice.atStation(),
                advice.here(),
                row.found(),
                row.occurred(),
                row.firstAt(),
                row.lastAt());
    }
}
