package org.ohmstead.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are wanted; null: any.
 *
 * @param actor a whole word such as {@code user:anna@example.org}, or what all of a kind begin with: {@code server}
 * @param from  recorded then or later
 * @param to    recorded before
 */
record AuditFilter(
        @Nullable String entity,
        @Nullable String entityId,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to) {}
