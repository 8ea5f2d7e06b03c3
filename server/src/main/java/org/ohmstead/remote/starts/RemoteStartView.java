package org.ohmstead.remote.starts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A remote start as the API shows it. */
@Schema(name = "RemoteStart")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RemoteStartView(
        long id,
        String station,

        @Schema(
                implementation = RemoteStartState.class,
                description = "queued: it waits for its station; requested: no answer yet; accepted: the station will;"
                        + " plugged: a vehicle is there; started: see session; rejected: the station will not;"
                        + " expired: nothing followed in time; failed: it never left, or nobody knows what the"
                        + " station made of it")
        String state,

        @Schema(description = "Why it came to nothing, or what the station says beside its answer") @Nullable
        String note,

        @Schema(description = "Number of the command that it became; GET /api/v1/commands/{id} shows all of it")
        long command,

        @Schema(description = "Who wanted it", examples = "user:anna@example.org")
        String requestedBy,

        @Schema(description = "The number that the station has for it; OCPP 1.6 has none") @Nullable
        Long remoteStartId,

        String token,
        @Nullable String tokenType,
        @Nullable String groupToken,

        @Schema(description = "Absent: any") @Nullable Integer evse,

        @Schema(description = "Number of the session that it led to") @Nullable
        Long session,

        @Schema(description = "The station's id of the session, where its answer named it") @Nullable
        String transactionId,

        @Schema(description = "When it left, or was queued") Instant requestedAt,

        @Nullable Instant acceptedAt,

        @Schema(description = "When a vehicle was seen at its EVSE") @Nullable
        Instant pluggedAt,

        @Schema(description = "When we learnt of its session") @Nullable
        Instant startedAt,

        @Schema(description = "Until when a session is waited for") @Nullable
        Instant expiresAt,

        @Schema(description = "When it came to nothing") @Nullable
        Instant endedAt) {
    static RemoteStartView of(RemoteStart start) {
        RemoteStart.Wanted wanted = start.wanted();
        RemoteStart.Times times = start.times();
        return new RemoteStartView(
                start.id(),
                start.station().identity(),
                start.state().word(),
                start.note(),
                start.command(),
                start.actor(),
                wanted.number(),
                wanted.token(),
                wanted.type(),
                wanted.group(),
                wanted.evse(),
                start.session(),
                start.transaction(),
                times.requested(),
                times.accepted(),
                times.plugged(),
                times.started(),
                times.expires(),
                times.ended());
    }
}
