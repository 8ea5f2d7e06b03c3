package org.ohmstead.partners;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.blocks.ConnectorBlocks;

/** Why a partner blocks a connector, and until when. */
public record PartnerBlockBody(
        @Schema(
                description = "For the operator, who sees it",
                maxLength = 200,
                required = true,
                examples = "Reserved for the fleet of Friday")
        @Nullable
        String reason,

        @Schema(description = "It is lifted then by itself; default: when it is lifted") @Nullable
        Instant until) {
    static ConnectorBlocks.Wanted wanted(@Nullable PartnerBlockBody body) {
        return body == null
                ? new ConnectorBlocks.Wanted(null, null)
                : new ConnectorBlocks.Wanted(body.reason(), body.until());
    }
}
