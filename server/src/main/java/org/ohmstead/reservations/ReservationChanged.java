package org.ohmstead.reservations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A reservation has come to another state, which the kind says: {@code reservation.accepted}, {@code reservation.used} ...
 *
 * @param reservation by which the station knows it
 * @param state       a word of {@link ReservationState}
 * @param before      the state until now; null: it is new
 * @param evse        0: any
 * @param session     that used it
 */
public record ReservationChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long reservation,
        String state,
        @Nullable String before,
        int evse,
        Instant expiresAt,
        @Nullable String said,
        @Nullable Long session)
        implements Event {
    static ReservationChanged of(Reservation now, @Nullable Reservation before) {
        return new ReservationChanged(
                now.station().tenant(),
                now.station().id(),
                now.changedAt(),
                now.station().identity(),
                now.number(),
                now.state().word(),
                before == null ? null : before.state().word(),
                now.place().evse(),
                now.expiresAt(),
                now.said(),
                now.session());
    }

    @Override
    public String kind() {
        return "reservation." + state;
    }
}
