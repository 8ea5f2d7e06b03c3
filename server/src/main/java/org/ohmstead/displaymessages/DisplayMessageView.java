package org.ohmstead.displaymessages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult;

/** A message on a display as the API shows it. */
@Schema(name = "DisplayMessage")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisplayMessageView(
        @Schema(description = "By which the station knows it")
        long id,

        @Schema(
                description =
                        "The message in OCPP's own words (MessageInfo): as it was sent, or as the station reported it")
        JsonNode message,

        @Schema(
                description =
                        "Whether the station has it. Absent: not known, because it did not answer; POST .../refresh"
                                + " asks it")
        @Nullable
        Boolean shown,

        @Schema(
                enumeration = {"SetDisplayMessage", "ClearDisplayMessage"},
                description = "The last command about it. Absent: there was none")
        @Nullable
        String action,

        @Schema(
                implementation = CommandResult.How.class,
                description = "What became of that command. Absent: the station told of it by itself")
        @Nullable
        String outcome,

        @Schema(
                description =
                        "The station's word in its answer to that command, such as Accepted or NotSupportedPriority")
        @Nullable
        String said,

        @Schema(description = "Who sent that command", examples = "user:anna@example.org") @Nullable
        String actor,

        Instant changedAt,

        @Schema(description = "When the station last reported it") @Nullable
        Instant reportedAt,

        @Schema(
                description =
                        "Number of the command that this request became; GET /api/v1/commands/{id} shows all of it."
                                + " Absent in lists")
        @Nullable
        Long command) {
    static DisplayMessageView of(DisplayMessage message) {
        return of(message, null);
    }

    static DisplayMessageView of(DisplayMessage message, @Nullable Long command) {
        DisplayMessage.Told last = message.last();
        return new DisplayMessageView(
                message.id(),
                message.message(),
                message.shown(),
                last == null ? null : last.action(),
                last == null ? null : last.outcome(),
                last == null ? null : last.said(),
                last == null ? null : last.actor(),
                message.changedAt(),
                message.reportedAt(),
                command);
    }
}
