package org.ohmstead.charging.lists;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sessions that ended in a period, counted and summed. */
@Schema(name = "SessionTotal", description = "Sessions that ended in a period, counted and summed")
public record SessionTotal(
        @Schema(
                description = "The day or month in the zone that was asked for; null: grouped by neither",
                examples = {"2026-05-01", "2026-05"})
        @Nullable
        String period,

        @Schema(description = "Ended then or later; null: whenever") @Nullable
        Instant from,

        @Schema(description = "Ended before; null: whenever") @Nullable
        Instant to,

        @Schema(description = "Identity of the station; null: not grouped by it") @Nullable
        String station,

        @Schema(description = "Value of the token; null: not grouped by it, or sessions without one") @Nullable
        String token,

        @Schema(description = "Sessions of which all is there and nothing odd")
        Sum complete,

        @Schema(description = "Sessions that something is missing of")
        Sum incomplete,

        @Schema(description = "Sessions that something is odd about")
        Sum suspect) {

    /** Sessions of one verdict. */
    @Schema(name = "SessionSum")
    public record Sum(
            @Schema(description = "How many") long sessions,

            @Schema(description = "Their energy in Wh; one whose energy is not known adds nothing")
            BigDecimal energyWh) {}
}
