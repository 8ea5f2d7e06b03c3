package org.ohmstead.api;

import org.jspecify.annotations.Nullable;

/**
 * How many rows of a list one answer may hold, so that no list is ever unbounded.
 *
 * @param rows 1 to 500
 */
public record Limit(int rows) {
    public static final int LARGEST = 500;
    public static final Limit USUAL = new Limit(50);

    public Limit {
        if (rows < 1 || rows > LARGEST) {
            throw Refused.invalid(
                    "limit",
                    "limit is " + rows + "; allowed are 1 to " + LARGEST
                            + ". Ask for the rest with the cursor in next.");
        }
    }

    /** The query parameter {@code limit}; absent or empty: 50. */
    public static Limit of(@Nullable String parameter) {
        if (parameter == null || parameter.isBlank()) {
            return USUAL;
        }
        try {
            return new Limit(Integer.parseInt(parameter.strip()));
        } catch (NumberFormatException e) {
            throw Refused.invalid(
                    "limit", "limit is '" + parameter + "'; allowed is a whole number from 1 to " + LARGEST + ".");
        }
    }
}
