package org.ohmstead.reservations;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a reservation has come; the words of the API are these in small letters. */
@Schema(name = "ReservationState")
public enum ReservationState {
    /** The station has not answered: it waits for it, or nobody knows what the station did. */
    REQUESTED,
    /** The station keeps it. */
    ACCEPTED,
    /** A session has begun with it. */
    USED,
    CANCELLED,
    /** Its time is over, by our clock or by the station's word. */
    EXPIRED,
    /** The station has given it up, or the driver came and did not plug in. */
    REMOVED,
    /** The connector is broken: said in answer, or later. */
    FAULTED,
    /** Not granted: in use, or reserved already. */
    OCCUPIED,
    /** Not granted: the station does not reserve. */
    REJECTED,
    /** The connector is out of service: said in answer, or later. */
    UNAVAILABLE,
    /** It never came to the station, or the station could make nothing of it. */
    FAILED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReservationState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether it may still be used. */
    public boolean isOpen() {
        return this == REQUESTED || this == ACCEPTED;
    }
}
