package org.ohmstead.stations;

import java.util.Locale;
import java.util.Optional;

/** What the operator has decided about a station: how its next BootNotification is answered. */
public enum Admission {
    ACCEPTED,
    /** It may connect, be looked at and be configured, but not charge (OCPP 1.6 §4.2, B02). */
    PENDING,
    /** It may connect, and that is all (B03). */
    REJECTED;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Admission> of(String word) {
        for (Admission one : values()) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    public Registration registration() {
        return switch (this) {
            case ACCEPTED -> Registration.ACCEPTED;
            case PENDING -> Registration.PENDING;
            case REJECTED -> Registration.REJECTED;
        };
    }
}
