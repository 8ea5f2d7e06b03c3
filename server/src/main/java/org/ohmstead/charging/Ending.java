package org.ohmstead.charging;

import org.jspecify.annotations.Nullable;

/**
 * Whether and how a session came to its end.
 *
 * @param closedBy null: it is open
 * @param reason   why the station ended it
 * @param verdict  what the evidence is worth; null: it is open
 */
public record Ending(
        @Nullable ClosedBy closedBy,
        @Nullable StopReason reason,
        @Nullable SessionVerdict verdict) {
    static final Ending OPEN = new Ending(null, null, null);

    Ending with(@Nullable SessionVerdict other) {
        return new Ending(closedBy, reason, other);
    }
}
