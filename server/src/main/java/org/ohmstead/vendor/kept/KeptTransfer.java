package org.ohmstead.vendor.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult;

/** A vendor's message, from a station or to one. */
@Schema(name = "KeptDataTransfer")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeptTransfer(
        long id,

        @Schema(description = "true: the station has sent it; false: it went to the station")
        boolean inbound,

        @Schema(description = "Whose message it is", examples = "com.example")
        String vendorId,

        @Schema(description = "Which of theirs. Absent: it names none") @Nullable
        String messageId,

        @Schema(
                description =
                        "What it carries, passwords and keys masked: a text with OCPP 1.6, any JSON with 2.x. Absent:"
                                + " nothing, or more than 100,000 characters")
        @Nullable
        JsonNode data,

        @Schema(
                description =
                        "Status of the answer: Accepted, Rejected, UnknownMessageId, UnknownVendorId. Absent: there is"
                                + " none",
                examples = "Accepted")
        @Nullable
        String status,

        @Schema(description = "What the answer carries, as data") @Nullable
        JsonNode answer,

        @Schema(description = "Number of the command that took it to the station") @Nullable
        Long command,

        @Schema(implementation = CommandResult.How.class, description = "Of that command. Absent: it has not ended")
        @Nullable
        String outcome,

        @Schema(description = "When it came, or left") Instant at) {}
