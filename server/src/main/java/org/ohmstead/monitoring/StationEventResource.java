package org.ohmstead.monitoring;

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
import org.ohmstead.notices.NoticeFilter;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** REST: what a station's monitors noticed. */
@Path("/api/v1/stations/{station}/events")
@Tag(name = "Reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationEventResource {
    private final StationEvents events;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StationEventResource(StationEvents events, Stations stations, CurrentActor actor) {
        this.events = events;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("station-event.read")
    @Operation(
            summary = "Lists what its monitors noticed (OCPP 2.x NotifyEvent)",
            description =
                    "data holds the event as the station sent it: component, variable, actualValue, trigger and the rest.")
    @APIResponse(responseCode = "200", description = "A page of them, the newest arrival first")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<StationEvent.Kept> list(
            @PathParam("station") String identity,
            @Parameter(description = "Came then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Came before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return events.page(station(identity), NoticeFilter.of(null, from, to), Limit.of(limit), Cursor.of(cursor));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
