package org.ohmstead.monitoring.monitors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult;

/** That a station was asked for its monitors, and what came of it. */
@Schema(name = "MonitorReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MonitorReport(
        long id,

        @Schema(description = "Number of the command that asked: GET /api/v1/commands/{id}")
        long command,

        @Schema(description = "Chosen by us; the pages have it")
        long requestId,

        @Schema(description = "Whether all monitors were asked for, so that those it does not name are gone")
        boolean whole,

        @Schema(implementation = CommandResult.How.class, description = "Of the command. Absent: it has not ended")
        @Nullable
        String outcome,

        @Schema(
                description =
                        "The station's word in its answer: Accepted, EmptyResultSet, Rejected, NotSupported. Absent:"
                                + " none",
                examples = "Accepted")
        @Nullable
        String status,

        Instant askedAt,

        @Schema(description = "When its last missing page had come. Absent: pages are missing, or none will come")
        @Nullable
        Instant completedAt,

        @Schema(
                description =
                        "GET /api/v1/reports/{id} shows what the pages brought. Absent: it is not complete, or empty")
        @Nullable
        Long report) {}
