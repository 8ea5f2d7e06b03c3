package org.ohmstead.charging.session;

import org.jspecify.annotations.Nullable;

/**
 * Whether and how a session came to its end.
 *
 * @param closedBy null: it is open
 * @param reason   why the station ended it
 * @param verdict  what the evidence is worth; null: it is open
 * @param sign     what tells that it is over, although its station has not said so; null: nothing, or it is ended
 */
public record Ending(
        @Nullable ClosedBy closedBy,
        @Nullable StopReason reason,
        @Nullable SessionVerdict verdict,
        @Nullable EndSign sign) {
    public static final Ending OPEN = new Ending(null, null, null, null);

    public Ending(@Nullable ClosedBy closedBy, @Nullable StopReason reason, @Nullable SessionVerdict verdict) {
        this(closedBy, reason, verdict, null);
    }

    public Ending with(@Nullable SessionVerdict other) {
        return new Ending(closedBy, reason, other, sign);
    }

    public Ending withSign(@Nullable EndSign other) {
        return new Ending(closedBy, reason, verdict, other);
    }
}
