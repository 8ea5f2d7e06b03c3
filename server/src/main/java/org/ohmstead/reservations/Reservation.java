package org.ohmstead.reservations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.Token;

/**
 * Something of a station that is kept for somebody.
 *
 * @param id      of the row
 * @param number  by which the station knows it
 * @param said    the last word about it, the station's own or an outcome without an answer; null: none yet
 * @param actor   who made it
 * @param command that it was asked for with; null: it is not on record yet
 * @param session that used it; null: none
 */
public record Reservation(
        long id,
        StationRef station,
        long number,
        Holder holder,
        Place place,
        ReservationState state,
        @Nullable String said,
        String actor,
        @Nullable Long command,
        @Nullable Long session,
        Instant createdAt,
        Instant expiresAt,
        Instant changedAt) {

    /**
     * Whom it is kept for.
     *
     * @param type  null: 1.6 has none
     * @param group others of the same may use it too; null: nobody else
     */
    public record Holder(
            String token, @Nullable String type, @Nullable String group) {
        String key() {
            return Token.key(token);
        }

        /**
         * Whether somebody may use it.
         *
         * @param other      value of a token
         * @param otherGroup of the same
         */
        boolean admits(@Nullable String other, @Nullable String otherGroup) {
            return (other != null && Token.key(other).equals(key()))
                    || (group != null && group.equalsIgnoreCase(otherGroup == null ? "" : otherGroup));
        }
    }

    /**
     * What is kept.
     *
     * @param evse          0: any
     * @param connectorType any EVSE that has one (2.x); null: it does not matter
     */
    public record Place(int evse, @Nullable String connectorType) {}

    boolean isAccepted() {
        return state == ReservationState.ACCEPTED;
    }

    /** Whether it keeps others away. */
    boolean holds(Instant now) {
        return isAccepted() && now.isBefore(expiresAt);
    }

    Reservation to(ReservationState next, @Nullable String word, Instant now) {
        return new Reservation(
                id, station, number, holder, place, next, word, actor, command, session, createdAt, expiresAt, now);
    }

    Reservation usedBy(long number, Instant now) {
        return new Reservation(
                id,
                station,
                this.number,
                holder,
                place,
                ReservationState.USED,
                said,
                actor,
                command,
                number,
                createdAt,
                expiresAt,
                now);
    }

    Reservation with(long sent) {
        return new Reservation(
                id, station, number, holder, place, state, said, actor, sent, session, createdAt, expiresAt, changedAt);
    }
}
