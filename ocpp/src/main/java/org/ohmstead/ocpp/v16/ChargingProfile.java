package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Charging Profile. */
public record ChargingProfile(
        int chargingProfileId,
        int stackLevel,
        ChargingProfilePurpose chargingProfilePurpose,
        ChargingProfileKind chargingProfileKind,
        ChargingSchedule chargingSchedule,
        @Nullable Long transactionId,
        @Nullable RecurrencyKind recurrencyKind,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {
    /** What the specification requires; the rest absent. */
    public ChargingProfile(
            int chargingProfileId,
            int stackLevel,
            ChargingProfilePurpose chargingProfilePurpose,
            ChargingProfileKind chargingProfileKind,
            ChargingSchedule chargingSchedule) {
        this(
                chargingProfileId,
                stackLevel,
                chargingProfilePurpose,
                chargingProfileKind,
                chargingSchedule,
                null,
                null,
                null,
                null);
    }
}
