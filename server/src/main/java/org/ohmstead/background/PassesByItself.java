package org.ohmstead.background;

import org.jspecify.annotations.Nullable;

/**
 * Tells nothing about what was being worked on, such as that the database is away: whatever follows would fail in the same way,
 * and what failed goes well later, unchanged.
 */
public abstract class PassesByItself extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected PassesByItself(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
