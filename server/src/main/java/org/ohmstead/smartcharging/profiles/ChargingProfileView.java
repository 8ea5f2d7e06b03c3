package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A charging profile as the API shows it. */
@Schema(name = "ChargingProfile")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChargingProfileView(
        @Schema(description = "Grows with each profile that came; one that is replaced is another one")
        long id,

        @Schema(description = "By which the station knows it; negative for some that come from outside")
        long number,

        @Schema(description = "Where it is installed; 0: the station, or each EVSE of it")
        int evse,

        @Schema(description = "What it governs, in the words of OCPP 2.x", examples = "TxDefaultProfile")
        String purpose,

        int stackLevel,

        @Schema(description = "Transaction of a TxProfile") @Nullable
        String transactionId,

        @Schema(
                description =
                        "ChargingProfile of OCPP 2.x, whatever the station speaks: as it was sent, or as the station"
                                + " reported it")
        JsonNode profile,

        @Schema(description = "csms: set from here; otherwise the station's chargingLimitSource", examples = "csms")
        String source,

        @Schema(implementation = ProfileState.class, description = "What became of it")
        String state,

        @Schema(description = "What the station answered, with its reason", examples = "Rejected (InvalidProfile)")
        @Nullable
        String said,

        @Schema(
                description =
                        "Number of the command that set it; GET /api/v1/commands/{id} shows all of it. Absent: the"
                                + " station told of it by itself")
        @Nullable
        Long command,

        @Schema(description = "Who sent that command", examples = "user:anna@example.org") @Nullable
        String actor,

        Instant createdAt,

        @Schema(description = "Since when its state is so") Instant changedAt,

        @Schema(description = "When the station last reported it") @Nullable
        Instant reportedAt,

        @Schema(description = "After which it is over") @Nullable
        Instant validTo) {
    static ChargingProfileView of(StoredProfile profile) {
        StoredProfile.Times times = profile.times();
        return new ChargingProfileView(
                profile.id(),
                profile.number(),
                profile.evse(),
                profile.purpose(),
                profile.stackLevel(),
                profile.transaction(),
                profile.profile(),
                profile.source(),
                profile.state().word(),
                profile.said(),
                profile.command(),
                profile.actor(),
                times.createdAt(),
                times.changedAt(),
                times.reportedAt(),
                times.validTo());
    }
}
