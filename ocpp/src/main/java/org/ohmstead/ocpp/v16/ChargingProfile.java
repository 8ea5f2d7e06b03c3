package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A charging schedule with the rules for when it applies and which other one it beats.
 *
 * @param chargingProfileId      identifier unique per station; a profile with the same one is replaced
 * @param stackLevel             precedence among profiles of one purpose, from 0; the highest valid one leads
 * @param chargingProfilePurpose which slot of the composite schedule it fills
 * @param chargingProfileKind    what the times of the schedule count from
 * @param chargingSchedule       the limits over time
 * @param transactionId          transaction that it is bound to, with TxProfile only; absent in a remote start
 * @param recurrencyKind         period of repetition; with Recurring only
 * @param validFrom              start of validity, inclusive; absent: at once
 * @param validTo                end of validity, exclusive; absent: until replaced
 */
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
