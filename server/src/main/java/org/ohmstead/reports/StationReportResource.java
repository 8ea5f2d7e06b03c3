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
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** REST: the reports of a station. */
@Path("/api/v1/stations/{station}/reports")
@Tag(name = "Reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationReportResource {
    private final Reports reports;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StationReportResource(Reports reports, Stations stations, CurrentActor actor) {
        this.reports = reports;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("report.read")
    @Operation(summary = "Lists the reports that it sent in pages; completedAt is null while pages are missing")
    @APIResponse(responseCode = "200", description = "A page of them, the newest arrival first")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<ReportView> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reports.page(station(identity), Limit.of(limit), Cursor.of(cursor))
                .map(ReportView::of);
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
