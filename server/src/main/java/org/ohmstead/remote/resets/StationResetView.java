package org.ohmstead.remote.resets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reset as the API shows it. */
@Schema(name = "StationReset")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StationResetView(
        long id,
        String station,
        @Schema(implementation = ResetType.class) String type,

        @Schema(description = "Absent: the station as a whole") @Nullable
        Integer evse,

        @Schema(
                implementation = ResetState.class,
                description =
                        "queued: it waits for its station; requested: no answer yet; accepted: the station does so,"
                                + " and is to boot (of an EVSE nothing more is heard); scheduled: when its sessions have"
                                + " ended; rebooted: it has booted; rejected: it does not; expired: no boot followed in"
                                + " time; failed: it never left, or nobody knows what the station made of it")
        String state,

        @Schema(description = "Why it came to nothing, or what the station says beside its answer") @Nullable
        String note,

        @Schema(description = "Number of the command that it became; GET /api/v1/commands/{id} shows all of it")
        long command,

        @Schema(description = "Who wanted it", examples = "user:anna@example.org")
        String requestedBy,

        @Schema(description = "When it left, or was queued") Instant requestedAt,

        @Schema(description = "When the station said that it will") @Nullable
        Instant answeredAt,

        @Nullable Instant rebootedAt,

        @Schema(description = "Why it has booted, in the station's words (2.x)", examples = "RemoteReset") @Nullable
        String bootReason,

        @Schema(description = "Until when a boot is waited for") @Nullable
        Instant expiresAt,

        @Schema(description = "When it came to nothing") @Nullable
        Instant endedAt) {
    static StationResetView of(StationReset reset) {
        StationReset.Times times = reset.times();
        return new StationResetView(
                reset.id(),
                reset.station().identity(),
                reset.type().word(),
                reset.evse(),
                reset.state().word(),
                reset.note(),
                reset.command(),
                reset.actor(),
                times.requested(),
                times.answered(),
                times.rebooted(),
                reset.bootReason(),
                times.expires(),
                times.ended());
    }
}
