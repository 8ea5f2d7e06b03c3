package org.ohmstead.commands.verbs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.ocpp.OcppVersion;

/** What came of a verb, as the API shows it. */
@Schema(name = "VerbResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerbView(
        @Schema(description = "Number of the command that it became; GET /api/v1/commands/{id} shows all of it")
        long command,

        @Schema(
                description = "What was sent, in the words of the station's version",
                examples = "RemoteStartTransaction")
        String action,

        @Schema(implementation = OcppVersion.class) @Nullable
        String version,

        @Schema(
                implementation = StoredCommand.State.class,
                description = "queued: it waits for its station; sent: its answer is waited for; ended: see outcome")
        String state,

        @Schema(implementation = CommandResult.How.class, description = "As of any command. Absent: it has not ended")
        @Nullable
        String outcome,

        @Schema(description = "Status of the station's answer, as it wrote it", examples = "Accepted") @Nullable
        String status,

        @Schema(description = "Reason code of the station's answer (2.x)", examples = "TxNotFound") @Nullable
        String reason,

        @Schema(description = "What the station says beside it, or why there is no answer") @Nullable
        String text,

        @Schema(description = "The station's whole answer") @Nullable
        JsonNode response) {

    public static VerbView of(VerbResult result) {
        StoredCommand command = result.command();
        OcppVersion version = command.version();
        CommandResult ended = command.result();
        JsonNode info = result.response().path("statusInfo");
        String said = info.path("additionalInfo").isTextual()
                ? info.path("additionalInfo").asText()
                : null;
        return new VerbView(
                command.id(),
                command.action(),
                version == null ? null : version.number(),
                command.state().word(),
                ended == null ? null : ended.how().word(),
                result.status(),
                info.path("reasonCode").isTextual() ? info.path("reasonCode").asText() : null,
                said == null && ended != null ? ended.text() : said,
                ended == null ? null : ended.response());
    }

    /** 200 with its end, or 202 where it has not ended; Location shows the command. */
    public static Response answer(VerbResult result) {
        return answer(result, of(result));
    }

    /** The same with an object of the slice's own. */
    public static Response answer(VerbResult result, Object body) {
        StoredCommand command = result.command();
        return Response.status(command.hasEnded() ? Response.Status.OK : Response.Status.ACCEPTED)
                .location(URI.create("/api/v1/commands/" + command.id()))
                .entity(body)
                .build();
    }
}
