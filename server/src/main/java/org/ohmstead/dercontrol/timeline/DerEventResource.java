package org.ohmstead.dercontrol.timeline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import org.ohmstead.api.QueryWords;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** REST: what happened to controls. */
@Path("/api/v1/der-events")
@Tag(name = "DER control")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DerEventResource {
    private final DerTimeline timeline;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public DerEventResource(DerTimeline timeline, Stations stations, CurrentActor actor) {
        this.timeline = timeline;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("der-control.read")
    @Operation(
            operationId = "listDerEvents",
            summary = "Lists what happened to controls of stations: begun, ended, and alarms from the grid",
            description =
                    "From NotifyDERStartStop and NotifyDERAlarm of OCPP 2.1, the newest arrival first. An alarm and"
                            + " its end are one line; those with open=true last.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<DerEventView> list(
            @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable String station,
            @Parameter(description = "What happened", schema = @Schema(implementation = DerEvent.Kind.class))
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(
                            description = "true: alarms that last; false: whatever is over",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("open")
                    @Nullable
                    String open,
            @Parameter(description = "Came then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Came before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        DerEventFilter filter = new DerEventFilter(
                identity == null
                        ? null
                        : StationPaths.find(stations, actor.scope(), identity)
                                .ref()
                                .id(),
                QueryWords.word("kind", DerEvent.Kind.class, kind),
                QueryWords.flag("open", open),
                QueryWords.time("from", from),
                QueryWords.time("to", to));
        QueryWords.period("from", filter.from(), "to", filter.to());
        return timeline.page(actor.scope(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(DerEventView::of);
    }
}
