package org.ohmstead.tokens;

import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * A question about a token.
 *
 * @param station    where it was shown
 * @param evse       the EVSE in question; null: not known
 * @param value      as it was read; compared without case
 * @param type       OCPP 2.x type; null: a 1.6 idTag, which has none and matches a token of any type
 * @param purpose    why
 * @param ownSession number of the session that asks: it never counts as a use elsewhere
 */
public record TokenQuery(
        StationRef station,
        @Nullable Integer evse,
        String value,
        @Nullable String type,
        Purpose purpose,
        @Nullable Long ownSession) {}
