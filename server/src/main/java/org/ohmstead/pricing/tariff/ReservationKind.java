package org.ohmstead.pricing.tariff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of an element that prices a reservation, and no session (OCPI's ReservationRestrictionType). */
@Schema(name = "ReservationRestrictionType")
public enum ReservationKind {
    /** Any reservation. */
    RESERVATION,
    /** One that no session followed; it goes before {@link #RESERVATION}, wherever it stands. */
    RESERVATION_EXPIRES
}
