package org.ohmstead.commands.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.secrets.Secrets;

/** A command and what became of it, as the API shows it. */
@Schema(name = "Command")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommandView(
        @Schema(description = "Its number; GET /api/v1/commands/{id} shows it again")
        long id,

        String station,
        String action,

        @Schema(
                implementation = StoredCommand.State.class,
                description = "queued: it waits for its station; sent: its answer is waited for; ended: see outcome")
        String state,

        @Schema(description = "Who sent it", examples = "user:anna@example.org")
        String actor,

        @Schema(description = "Payload of the request; passwords and keys are ***")
        JsonNode payload,

        @Schema(implementation = OcppVersion.class) @Nullable
        String version,

        @Schema(
                implementation = CommandResult.How.class,
                description = "answered: the station said something that is no refusal, even if it breaks the schema;"
                        + " refused: it answered with a CALLERROR; timedOut: sent, no answer in time;"
                        + " connectionLost: sent, the connection ended before an answer;"
                        + " notConnected: never sent; notSupported: its version has no such action, or it"
                        + " says so with an errorCode; expired: the station did not come in time; cancelled: it"
                        + " was called off; busy: never sent, too many others waited. Absent: it has not ended")
        @Nullable
        String outcome,

        @Schema(
                description =
                        "Whether the command left for the station. true without an answer: whether it obeyed is not known")
        boolean sent,

        @Schema(
                description =
                        "The station's answer as it was understood, or as it came where it breaks the schema; only"
                                + " with answered")
        @Nullable
        JsonNode response,

        @Schema(description = "The answer's payload exactly as it came; only where there are deviations") @Nullable
        String raw,

        @Schema(description = "Code of the station's CALLERROR, as it came") @Nullable
        String errorCode,

        @Schema(description = "The station's error text, or why there is no answer") @Nullable
        String errorText,

        @Nullable JsonNode errorDetails,

        @Schema(description = "Where the answer differs from the schema")
        List<String> deviations,

        @Schema(
                description =
                        "For people: such as that a local list went in several messages, and which version the station has")
        @Nullable
        String note,

        @Schema(description = "When it came to us") Instant acceptedAt,

        @Schema(description = "Until when it waits for its station. Absent: it does not") @Nullable
        Instant expiresAt,

        @Schema(description = "When it left. Absent: it did not") @Nullable
        Instant sentAt,

        @Schema(description = "When its outcome was known. Absent: it has not ended") @Nullable
        Instant endedAt,

        @Schema(description = "From the command's leaving to the answer's coming, in ms") @Nullable
        Long tookMillis) {

    public static CommandView of(StoredCommand command) {
        OcppVersion version = command.version();
        CommandResult result = command.result();
        return new CommandView(
                command.id(),
                command.station().identity(),
                command.action(),
                command.state().word(),
                command.by().word(),
                Secrets.masked(command.payload()),
                version == null ? null : version.number(),
                result == null ? null : result.how().word(),
                result == null ? command.sentAt() != null : result.sent(),
                result == null ? null : result.response(),
                result == null ? null : result.raw(),
                result == null ? null : result.errorCode(),
                result == null ? null : result.text(),
                result == null ? null : result.details(),
                result == null ? List.of() : result.deviations(),
                result == null ? null : result.note(),
                command.createdAt(),
                command.expiresAt(),
                result == null || result.sent() ? command.sentAt() : null,
                result == null ? null : result.endedAt(),
                result == null ? null : result.tookMillis());
    }
}
