package org.ohmstead.devicemodel;

import org.jspecify.annotations.Nullable;

/**
 * A value that two sides do not have alike.
 *
 * @param there whether the first side has it at all
 * @param first null: it has none, or a secret one
 */
public record VariableDifference(
        Address address,
        boolean there,
        @Nullable String first,
        boolean otherThere,
        @Nullable String second) {}
