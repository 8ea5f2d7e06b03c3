package org.ohmstead.monitoring.alerts;

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
import org.ohmstead.api.Page;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** What is wrong at a station. */
@Path("/api/v1/stations/{station}/alerts")
@Tag(name = "Monitoring")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationAlertResource {
    private final Alerts alerts;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StationAlertResource(Alerts alerts, Stations stations, CurrentActor actor) {
        this.alerts = alerts;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("station-alert.read")
    @Operation(operationId = "listAlertsOfStation", summary = "Lists what is wrong at a station, and what was")
    @APIResponse(responseCode = "200", description = "A page of alerts, the newest first")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<StationAlertView> list(
            @PathParam("station") String identity,
            @Parameter(description = AlertListResource.OPEN) @QueryParam("open") @Nullable String open,
            @Parameter(description = AlertListResource.SEVERITY) @QueryParam("severity") @Nullable String severity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        StationRef station =
                StationPaths.find(stations, actor.scope(), identity).ref();
        return alerts.page(actor.scope(), AlertFilter.of(station, open, severity), Limit.of(limit), Cursor.of(cursor))
                .map(StationAlertView::of);
    }
}
