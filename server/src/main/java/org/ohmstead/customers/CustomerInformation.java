package org.ohmstead.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult;

/** That a station was asked what it knows of a customer, or to erase it, and what came of it. */
@Schema(name = "CustomerInformation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerInformation(
        long id,

        @Schema(description = "Number of the command that asked. Absent: the station told of its own accord") @Nullable
        Long command,

        @Schema(description = "Chosen by us; the pages have it")
        long requestId,

        @Schema(
                enumeration = {"token", "certificate", "identifier"},
                description = "How the customer was named. Absent: not known")
        @Nullable
        String subject,

        @Schema(description = "The token, where the customer was named by it") @Nullable
        String token,

        @Schema(description = "Whether the station was to tell")
        boolean report,

        @Schema(description = "Whether the station was to erase it")
        boolean clear,

        @Schema(description = "Who asked", examples = "user:anna@example.org") @Nullable
        String actor,

        @Schema(implementation = CommandResult.How.class, description = "Of the command. Absent: it has not ended")
        @Nullable
        String outcome,

        @Schema(
                description = "The station's word in its answer: Accepted, Rejected, Invalid. Absent: there is none",
                examples = "Accepted")
        @Nullable
        String status,

        Instant askedAt,

        @Schema(
                description =
                        "When the last missing page of the report had come. Absent: pages are missing, or none will"
                                + " come")
        @Nullable
        Instant completedAt) {}
