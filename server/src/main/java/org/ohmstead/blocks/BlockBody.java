package org.ohmstead.blocks;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why something is blocked, and until when. */
public record BlockBody(
        @Schema(
                description = "For those who find it blocked, and for drivers' questions",
                maxLength = 200,
                required = true,
                examples = "Cable damaged, repair is ordered")
        @Nullable
        String reason,

        @Schema(description = "It is lifted then by itself; default: when somebody lifts it") @Nullable
        Instant until) {

    static ConnectorBlocks.Wanted wanted(@Nullable BlockBody body) {
        return body == null
                ? new ConnectorBlocks.Wanted(null, null)
                : new ConnectorBlocks.Wanted(body.reason(), body.until());
    }
}
