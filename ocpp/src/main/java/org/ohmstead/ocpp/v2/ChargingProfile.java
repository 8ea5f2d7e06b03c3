package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/** Charging Profile. */
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
