package org.ohmstead.partners;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.blocks.ConnectorBlock;

/** A partner's own block. */
public record PartnerBlock(
        String station,
        int evse,
        int connector,
        String reason,
        Instant since,

        @Schema(description = "It is lifted then by itself; null: when it is lifted") @Nullable
        Instant until) {
    static PartnerBlock of(ConnectorBlock block) {
        return new PartnerBlock(
                block.station().identity(),
                block.place().evse(),
                block.place().connector(),
                block.terms().reason(),
                block.since(),
                block.terms().until());
    }
}
