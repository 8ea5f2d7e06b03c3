package org.ohmstead.batteryswap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.verbs.VerbView;

/** A swap of batteries as the API shows it. */
@Schema(name = "BatterySwap")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatterySwapView(
        long id,

        @Schema(description = "Identity of the station") String station,

        @Schema(description = "By which the station knows it: chosen by us for a swap from afar, else by the station")
        long requestId,

        @Schema(description = "Number of the command that asked for it. Absent: it was begun at the station") @Nullable
        Long command,

        @Schema(description = "Of the driver") String token,

        @Schema(description = "As OCPP has it", examples = "Central")
        String tokenType,

        @Schema(
                implementation = BatterySwap.State.class,
                description =
                        "requested, accepted, inserted, removed, completed, timedOut (a battery was offered and left"
                                + " behind), rejected, or unknown: no answer came, and nothing has happened since")
        String state,

        @Schema(description = "Why the station does not do it", examples = "NoBatteryAvailable") @Nullable
        String reason,

        @Schema(description = "The batteries that were put in, in OCPP's own words (BatteryData)") @Nullable
        JsonNode in,

        @Schema(description = "The batteries that were taken out") @Nullable
        JsonNode out,

        @Schema(description = "The batteries that were offered and left behind") @Nullable
        JsonNode left,

        @Schema(description = "When it was asked for, or the station first told of it")
        Instant begunAt,

        @Schema(description = "When the first was put in") @Nullable
        Instant inAt,

        @Schema(description = "When the first was taken out") @Nullable
        Instant outAt,

        @Nullable Instant endedAt) {
    static BatterySwapView of(BatterySwap swap) {
        return new BatterySwapView(
                swap.id(),
                swap.station(),
                swap.request(),
                swap.command(),
                swap.token(),
                swap.tokenType(),
                swap.state().word(),
                swap.said(),
                swap.in(),
                swap.out(),
                swap.left(),
                swap.begunAt(),
                swap.inAt(),
                swap.outAt(),
                swap.endedAt());
    }

    /** What came of asking for one. */
    @Schema(name = "BatterySwapRequested")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Requested(
            @Schema(description = "What the station said") VerbView command,

            @Schema(description = "The swap as it stands. Absent: the command has not left for the station") @Nullable
            BatterySwapView swap) {}
}
