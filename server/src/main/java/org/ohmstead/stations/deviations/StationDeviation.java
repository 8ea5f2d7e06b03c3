package org.ohmstead.stations.deviations;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.Rule;

/**
 * How often a station broke which rule of its schema, and was served all the same.
 *
 * @param path     in the payload, without list positions; {@value #OTHERS} stands for all that are too many to tell apart
 * @param rule     a word of {@link org.ohmstead.ocpp.codec.Rule}
 * @param example  what stood there lately
 */
public record StationDeviation(
        String action,
        String path,
        @Schema(implementation = Rule.class) String rule,
        long occurred,
        @Nullable String example,
        Instant lastAt) {
    public static final String OTHERS = "(others)";

    StationDeviation and(StationDeviation later) {
        return new StationDeviation(action, path, rule, occurred + later.occurred, later.example, later.lastAt);
    }
}
