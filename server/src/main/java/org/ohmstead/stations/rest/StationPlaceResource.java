package org.ohmstead.stations.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.stations.lists.StationLists;
import org.ohmstead.stations.lists.StationPlace;

/** Stations on a map. */
@Path("/api/v1/station-places")
@Tag(name = "Stations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationPlaceResource {
    private final StationLists lists;
    private final CurrentActor actor;

    @Inject
    public StationPlaceResource(StationLists lists, CurrentActor actor) {
        this.lists = lists;
        this.actor = actor;
    }

    /** All at once: a map shows no pages. */
    @Schema(name = "StationPlaces")
    public record Places(List<StationPlace> items) {
        public Places {
            items = List.copyOf(items);
        }
    }

    @GET
    @Permission("station.read")
    @Operation(
            operationId = "listStationPlaces",
            summary = "Lists where stations stand, for a map",
            description =
                    "Those with a latitude and longitude, in the order of their identity, 20,000 at most, each with the little"
                            + " that a map shows. There are no pages.")
    @APIResponse(responseCode = "200", description = "The places")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Places list(@QueryParam("stationGroup") @Nullable String stationGroup) {
        return new Places(lists.places(actor.scope(stationGroup)));
    }
}
