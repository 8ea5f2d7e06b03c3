package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Charging schedules with the rules for when they apply and which other profile they beat.
 *
 * @param id                          identifier, unique per station; a profile with the same one is replaced; external
 *                                    ones may be negative
 * @param stackLevel                  precedence among profiles of one purpose; the highest valid one leads
 * @param chargingProfilePurpose      which slot of the composite schedule it fills
 * @param chargingProfileKind         what the times of the schedule count from
 * @param chargingSchedule            one, or up to three for the EV to choose from by ISO 15118
 * @param recurrencyKind              period of repetition; with Recurring only
 * @param validFrom                   start of validity, inclusive; absent: at once
 * @param validTo                     end of validity, exclusive; absent: until replaced
 * @param transactionId               transaction that it is bound to, with TxProfile only; absent in a remote start
 * @param maxOfflineDuration          how long it stays valid while the station is offline, in s; absent: without end
 * @param invalidAfterOfflineDuration whether it stays invalid for good after that; absent: false
 * @param dynUpdateInterval           pace at which the station asks for an update, in s; 0 or absent: never; with
 *                                    Dynamic only
 * @param dynUpdateTime               when its values last changed; with Dynamic only
 * @param priceScheduleSignature      signature over the price schedules by ISO 15118-20, base64
 */
public record ChargingProfile(
        int id,
        @Range(min = 0, since = V21) int stackLevel,
        ChargingProfilePurpose chargingProfilePurpose,
        ChargingProfileKind chargingProfileKind,
        @Items(min = 1, max = 3) List<ChargingSchedule> chargingSchedule,
        @Nullable RecurrencyKind recurrencyKind,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @MaxLength(36) @Nullable String transactionId,
        @Since(V21) @Nullable Integer maxOfflineDuration,
        @Since(V21) @Nullable Boolean invalidAfterOfflineDuration,
        @Since(V21) @Nullable Integer dynUpdateInterval,
        @Since(V21) @Nullable Instant dynUpdateTime,
        @Since(V21) @MaxLength(256) @Nullable String priceScheduleSignature,
        @Nullable CustomData customData) {
    /** What the specification requires; the rest absent. */
    public ChargingProfile(
            int id,
            int stackLevel,
            ChargingProfilePurpose chargingProfilePurpose,
            ChargingProfileKind chargingProfileKind,
            List<ChargingSchedule> chargingSchedule) {
        this(
                id,
                stackLevel,
                chargingProfilePurpose,
                chargingProfileKind,
                chargingSchedule,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
