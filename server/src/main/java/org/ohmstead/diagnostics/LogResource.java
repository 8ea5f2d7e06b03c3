package org.ohmstead.diagnostics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobStatuses;

/** REST: the logs of all stations. */
@Path("/api/v1/logs")
@Tag(name = "Logs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LogResource {
    private final LogRequests logs;
    private final JobStatuses steps;
    private final CurrentActor actor;

    @Inject
    public LogResource(LogRequests logs, JobStatuses steps, CurrentActor actor) {
        this.logs = logs;
        this.steps = steps;
        this.actor = actor;
    }

    @GET
    @Permission("log.read")
    @Operation(operationId = "listLogs", summary = "Lists the requests for logs of all stations, the newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<LogRequestView> list(
            @Parameter(description = "How far it has come", schema = @Schema(implementation = LogState.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        LogState wanted = QueryWords.word("state", LogState.class, state);
        return logs.page(actor.scope(), null, wanted, Limit.of(limit), Cursor.of(cursor))
                .map(LogRequestView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("log.read")
    @Operation(operationId = "getLog", summary = "Shows a request for a log, with what the station has reported of it")
    @APIResponse(responseCode = "200", description = "The request")
    @APIResponse(responseCode = "404", description = "There is none")
    public LogRequestView get(@PathParam("id") String id) {
        LogRequest request = logs.get(actor.scope(), PathNumber.of("request for a log", id));
        return LogRequestView.of(
                request, steps.ofOrder(request.station(), Set.of(Job.LOG, Job.DIAGNOSTICS), request.id()));
    }
}
