package org.ohmstead.blocks;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A block as the API shows it. */
public record ConnectorBlockView(
        String station,
        @Schema(description = "0: the station as a whole") int evse,
        @Schema(description = "0: the EVSE as a whole") int connector,
        String reason,

        @Schema(description = "Who said so last", examples = "user:anna@example.org")
        String blockedBy,

        Instant since,

        @Schema(description = "It is lifted then by itself; null: when somebody lifts it") @Nullable
        Instant until,

        @Schema(
                description =
                        "Since when it blocks nothing any more, while the station has still to be told, or does not"
                                + " obey; null: it blocks")
        @Nullable
        Instant liftedAt,

        @Schema(
                implementation = BlockResult.class,
                description =
                        "What the station has said to it as it is now; it blocks whatever that is, since no session that"
                                + " begins there is accepted")
        String result,

        @Schema(description = "When it said so; null: it said nothing yet") @Nullable
        Instant resultAt) {
    static ConnectorBlockView of(ConnectorBlock block) {
        return new ConnectorBlockView(
                block.station().identity(),
                block.place().evse(),
                block.place().connector(),
                block.terms().reason(),
                block.terms().by(),
                block.since(),
                block.terms().until(),
                block.liftedAt(),
                block.answer().result().word(),
                block.answer().at());
    }
}
