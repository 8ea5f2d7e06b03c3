package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that counts from now.
 *
 * @param start    offset, in s
 * @param duration length in s; absent: until the next one
 */
public record RelativeTimeInterval(
        int start, @Nullable Integer duration, @Nullable CustomData customData) {
    /** All but vendor data. */
    public RelativeTimeInterval(int start, @Nullable Integer duration) {
        this(start, duration, null);
    }
    /** What the specification requires; the rest absent. */
    public RelativeTimeInterval(int start) {
        this(start, null, null);
    }
}
