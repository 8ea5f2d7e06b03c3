package org.ohmstead.charging.lifecycle;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.tokens.TokenQuery;

/**
 * What a verdict may have to know of a 1.6 start.
 *
 * @param standing the session that a repeated start left, or one with a lost stop there; null: none
 */
record StartCircumstances(ConnectorRef place, Supplier<@Nullable ChargingSession> standing)
        implements TokenQuery.Circumstances {
    @Override
    public @Nullable Integer evse() {
        return place.evse();
    }

    @Override
    public @Nullable Long ownSession() {
        ChargingSession own = standing.get();
        return own == null ? null : own.id();
    }
}
