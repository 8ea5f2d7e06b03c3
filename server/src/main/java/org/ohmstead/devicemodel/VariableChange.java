package org.ohmstead.devicemodel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value that became another.
 *
 * @param before null: it had none, or a secret one
 * @param after  null: it has none, or a secret one
 * @param gone   whether the station has the variable no more
 * @param by     who set it; null: found so, whoever it was
 */
public record VariableChange(
        long id,
        Address address,
        @Nullable String before,
        @Nullable String after,
        boolean gone,
        @Nullable String by,
        Instant at) {}
