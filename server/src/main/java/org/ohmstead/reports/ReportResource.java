package org.ohmstead.reports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;

/** Reports that came in pages. */
@Path("/api/v1/reports")
@Tag(name = "Reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReportResource {
    private final Reports reports;
    private final CurrentActor actor;

    @Inject
    public ReportResource(Reports reports, CurrentActor actor) {
        this.reports = reports;
        this.actor = actor;
    }

    @GET
    @Permission("report.read")
    @Path("/{id}")
    @Operation(
            summary = "Shows a report with what its pages brought, merged in their order",
            description =
                    "items holds what the pages brought: variables, monitors, texts, messages, profiles or controls."
                            + " missing holds the numbers of pages that have not come.")
    @APIResponse(responseCode = "200", description = "The report, with as many of its pages as limit says")
    @APIResponse(responseCode = "404", description = "There is none")
    public ReportView.Content get(
            @PathParam("id") String id,
            @Parameter(description = "How many pages of the report at most") @QueryParam("limit") @Nullable
                    String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ReportView.Content.of(reports.content(actor.scope(), number(id), Limit.of(limit), Cursor.of(cursor)));
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Refused.notFound("There is no report '" + id + "'; an id is a whole number.");
        }
    }
}
