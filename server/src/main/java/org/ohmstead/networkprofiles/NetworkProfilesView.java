package org.ohmstead.networkprofiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a station is told to reach a CSMS, as the API shows it. */
@Schema(name = "NetworkProfiles")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NetworkProfilesView(
        @Schema(description = "Slot that it is connected with, or else tries first; absent: not known") @Nullable
        Integer inUse,

        @Schema(description = "The slots in the order in which it tries them; empty: not known")
        List<Integer> priority,

        @Schema(description = "Slots that were set from here, in their order")
        List<Slot> slots,

        @Schema(description = "Its last move to another slot; absent: none from here") @Nullable
        Move lastSwitch) {

    /** What a slot was last to hold. */
    @Schema(name = "NetworkProfile")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Slot(
            int slot,

            @Schema(description = "connectionData of SetNetworkProfile, without passwords and keys")
            JsonNode profile,

            @Schema(
                    implementation = NetworkProfile.State.class,
                    description = "sent: not answered yet; set: the station holds it; refused: it does not, see reason;"
                            + " unknown: no answer came")
            String state,

            @Schema(description = "Why not, as the station says") @Nullable
            String reason,

            @Schema(description = "Who wanted it", examples = "user:anna@example.org")
            String by,

            @Schema(description = "Number of the command; GET /api/v1/commands/{id} shows it")
            long command,

            Instant sentAt,

            @Schema(description = "Absent: not yet") @Nullable
            Instant answeredAt) {
        static Slot of(NetworkProfile profile) {
            return new Slot(
                    profile.slot(),
                    profile.profile(),
                    profile.state().word(),
                    profile.reason(),
                    profile.by(),
                    profile.command(),
                    profile.sentAt(),
                    profile.answeredAt());
        }
    }

    /** A move to another slot. */
    @Schema(name = "NetworkSwitch")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Move(
            @Schema(description = "Where it is to go") int slot,

            @Schema(description = "Where it was; absent: not known") @Nullable
            Integer before,

            @Schema(description = "The slots in the order in which it tries them", examples = "2,1")
            String priority,

            @Schema(
                    implementation = NetworkSwitch.State.class,
                    description = "telling: it is being told; rebooting: it goes with the boot that it was told;"
                            + " waitsForBoot: it goes when it boots by itself; confirmed: it is back with the slot;"
                            + " fellBack: with another; unconfirmed: it does not say; failed: it has not taken it")
            String state,

            @Schema(description = "What was found, or why not") @Nullable
            String reason,

            @Schema(description = "Who wanted it", examples = "user:anna@example.org")
            String by,

            Instant beganAt,

            @Schema(description = "When it came into this state")
            Instant changedAt) {
        static Move of(NetworkSwitch move) {
            return new Move(
                    move.slot(),
                    move.before(),
                    move.priority(),
                    move.state().word(),
                    move.reason(),
                    move.by(),
                    move.beganAt(),
                    move.changedAt());
        }
    }
}
