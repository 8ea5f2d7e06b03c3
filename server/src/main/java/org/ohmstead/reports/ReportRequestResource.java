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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** What a station was asked to report. */
@Path("/api/v1/stations/{station}/report-requests")
@Tag(name = "Reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReportRequestResource {
    private final ReportRequests requests;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public ReportRequestResource(ReportRequests requests, Stations stations, CurrentActor actor) {
        this.requests = requests;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("report.read")
    @Operation(
            operationId = "listReportRequests",
            summary = "Lists what a station was asked to report, and how far each report is",
            description = "Whoever sent the command, and by whatever way.")
    @APIResponse(responseCode = "200", description = "A page of them, the newest first")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<ShownReportRequest> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return requests.page(actor.scope(), station(identity), Limit.of(limit), Cursor.of(cursor))
                .map(ShownReportRequest::of);
    }

    @GET
    @Path("/{id}")
    @Permission("report.read")
    @Operation(
            operationId = "getReportRequest",
            summary = "Shows what a station was asked to report, and how far that is")
    @APIResponse(responseCode = "200", description = "The request")
    @APIResponse(responseCode = "404", description = "There is no such station, or no such request of it")
    public ShownReportRequest get(@PathParam("station") String identity, @PathParam("id") String id) {
        return ShownReportRequest.of(
                requests.get(actor.scope(), station(identity), PathNumber.of("report request", id)));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
