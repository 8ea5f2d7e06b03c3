package org.ohmstead.tokens;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that was presented and that nobody has registered.
 *
 * @param value    as the station read it last
 * @param type     of OCPP 2.x; null: a 1.6 idTag
 * @param station  identity of the station that presented it last
 * @param occurred how often it was presented since {@code firstAt}
 */
public record UnknownToken(
        String value, @Nullable String type, String station, Instant firstAt, Instant lastAt, long occurred) {

    UnknownToken and(UnknownToken later) {
        return new UnknownToken(later.value, type, later.station, firstAt, later.lastAt, occurred + later.occurred);
    }
}
