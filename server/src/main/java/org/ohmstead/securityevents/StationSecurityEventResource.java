package org.ohmstead.securityevents;

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

/** REST: the security events of a station. */
@Path("/api/v1/stations/{station}/security-events")
@Tag(name = "Reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationSecurityEventResource {
    private final SecurityEvents events;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StationSecurityEventResource(SecurityEvents events, Stations stations, CurrentActor actor) {
        this.events = events;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("security-event.read")
    @Operation(summary = "Lists its security events")
    @APIResponse(responseCode = "200", description = "A page of them, the newest arrival first")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<SecurityEventView> list(
            @PathParam("station") String identity,
            @Parameter(description = "Such as TamperDetectionActivated; as the station writes it")
                    @QueryParam("type")
                    @Nullable
                    String type,
            @Parameter(description = "Came then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Came before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return events.page(station(identity), NoticeFilter.of(type, from, to), Limit.of(limit), Cursor.of(cursor))
                .map(SecurityEventView::of);
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
