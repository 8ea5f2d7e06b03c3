package org.ohmstead.diagnostics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** REST: the logs of a station. */
@Path("/api/v1/stations/{station}/logs")
@Tag(name = "Logs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationLogResource {
    private final LogRequests logs;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StationLogResource(LogRequests logs, Stations stations, CurrentActor actor) {
        this.logs = logs;
        this.stations = stations;
        this.actor = actor;
    }

    @POST
    @Permission("log.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "requestLog",
            summary = "Asks a station for a log",
            description =
                    "It gets a URL of its own to leave the file at, once; the request shows how far it has come, and"
                            + " the file when it is there. 2.x stations are sent GetLog, 1.6 stations GetDiagnostics, or"
                            + " GetLog of the security extension for a security log and where they have nothing else. A"
                            + " newer request cancels one that is under way.")
    @APIResponse(
            responseCode = "201",
            description = "The request as it is when the station has answered, or the wait is over; see state",
            content = @Content(schema = @Schema(implementation = LogRequestView.class)))
    @APIResponse(responseCode = "400", description = "Something is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for the station")
    public Response ask(@PathParam("station") String identity, @BeanParam SendOptions options, @Nullable LogBody body) {
        LogBody wanted = LogBody.orUsual(body);
        LogRequest request = logs.ask(actor.get(), identity, wanted.wanted(), wanted.byFtp(), options);
        return Response.created(URI.create("/api/v1/logs/" + request.id()))
                .entity(LogRequestView.of(request))
                .build();
    }

    @GET
    @Permission("log.read")
    @Operation(operationId = "listStationLogs", summary = "Lists the requests for logs of a station, the newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<LogRequestView> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return logs.page(
                        actor.scope(),
                        StationPaths.find(stations, actor.scope(), identity).ref(),
                        null,
                        Limit.of(limit),
                        Cursor.of(cursor))
                .map(LogRequestView::of);
    }
}
