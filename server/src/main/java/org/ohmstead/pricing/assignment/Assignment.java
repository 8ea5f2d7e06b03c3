package org.ohmstead.pricing.assignment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tariff is for somebody somewhere.
 *
 * @param tariffName as it is now
 * @param endedAt    null: it stands
 * @param endedBy    null: it stands
 */
public record Assignment(
        long id,
        long tariff,
        String tariffName,
        Target target,
        Instant createdAt,
        String createdBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {
    boolean stands() {
        return endedAt == null;
    }
}
