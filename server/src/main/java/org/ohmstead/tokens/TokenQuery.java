package org.ohmstead.tokens;

import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * A question about a token.
 *
 * @param station where it was shown
 * @param value   as it was read; compared without case
 * @param type    OCPP 2.x type; null: a 1.6 idTag, which has none and matches a token of any type
 * @param purpose why
 * @param about   looked at only where the token's rules ask for it
 */
public record TokenQuery(
        StationRef station, String value, @Nullable String type, Purpose purpose, Circumstances about) {

    /** Why a token is asked about: only what begins a session is refused for running elsewhere. */
    public enum Purpose {
        /** Shown to the station; it may be about to start or to stop (1.6 §4.1, 2.x C01). */
        AUTHORIZE,
        START,
        STOP
    }

    /** What may have to be looked up first. */
    public interface Circumstances {
        /** The EVSE in question; null: not known. */
        @Nullable
        Integer evse();

        /** Number of the session that asks, which never counts as a use elsewhere; null: none. */
        @Nullable
        Long ownSession();
    }

    /** Circumstances that are known already. */
    private record Known(@Nullable Integer evse, @Nullable Long ownSession) implements Circumstances {}

    public TokenQuery(
            StationRef station,
            @Nullable Integer evse,
            String value,
            @Nullable String type,
            Purpose purpose,
            @Nullable Long ownSession) {
        this(station, value, type, purpose, new Known(evse, ownSession));
    }
}
