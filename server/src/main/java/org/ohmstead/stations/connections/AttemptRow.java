package org.ohmstead.stations.connections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Refused connection attempts that are the same: from one address, to one path, for one reason, within a minute.
 *
 * @param first    the first of them
 * @param occurred how many there were
 * @param hint     what they seem to come from; null: nothing is known
 */
public record AttemptRow(
        long id,
        Attempt first,
        long occurred,
        Instant lastAt,
        @Nullable AttemptHint hint) {}
