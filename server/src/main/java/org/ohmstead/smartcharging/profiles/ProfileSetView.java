package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.smartcharging.schedule.json.Words;

/** What came of setting a profile. */
@Schema(name = "ChargingProfileSet")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProfileSetView(
        @Schema(description = "By which the station knows the profile")
        long number,

        @Schema(description = "Whether the station has accepted it, in one form or another")
        boolean accepted,

        @Schema(description = "As it is kept; absent: it has not left") @Nullable
        ChargingProfileView profile,

        @Schema(description = "The forms that were sent, in their order; the last decides")
        List<Try> tries) {

    /** A form that was sent. */
    @Schema(name = "ChargingProfileTry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Try(
            @Schema(
                    enumeration = {"unit", "wholeNumbers", "stackLevel", "purpose", "stationMaximum", "sixAmperes"},
                    description =
                            "What differs from what was asked for. Absent: nothing, or what the station is known to"
                                    + " need")
            @Nullable
            String change,

            @Schema(description = "What it governs", examples = "TxProfile")
            String purpose,

            int evse,

            int stackLevel,

            @Schema(enumeration = {"A", "W"}) @Nullable String unit,

            @Schema(description = "The command and its answer")
            VerbView result) {}

    static ProfileSetView of(ChargingProfiles.Outcome outcome, @Nullable StoredProfile kept) {
        return new ProfileSetView(
                outcome.number(),
                outcome.result().isAccepted(),
                kept == null ? null : ChargingProfileView.of(kept),
                outcome.tries().stream().map(ProfileSetView::of).toList());
    }

    private static Try of(ChargingProfiles.Try one) {
        Form form = one.form();
        return new Try(
                form.change() == null ? null : form.change().word(),
                form.profile().path("chargingProfilePurpose").asText(),
                form.evse(),
                form.profile().path("stackLevel").asInt(),
                form.unit().map(Words::of).orElse(null),
                VerbView.of(one.result()));
    }
}
