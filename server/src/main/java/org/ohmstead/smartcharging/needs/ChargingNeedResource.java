package org.ohmstead.smartcharging.needs;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** REST: what EVs ask for. */
@Path("/api/v1/stations/{station}/charging-needs")
@Tag(name = "Smart charging")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ChargingNeedResource {
    private final ChargingNeeds needs;
    private final Offers offers;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public ChargingNeedResource(ChargingNeeds needs, Offers offers, Stations stations, CurrentActor actor) {
        this.needs = needs;
        this.offers = offers;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("charging-profile.read")
    @Operation(
            operationId = "listChargingNeeds",
            summary = "Lists what EVs asked for over ISO 15118, what they were offered and what they plan",
            description = "NotifyEVChargingNeeds and NotifyEVChargingSchedule of OCPP 2.x.")
    @APIResponse(responseCode = "200", description = "A page of them, the newest first")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<ChargingNeedView> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return needs.page(station(identity), Limit.of(limit), Cursor.of(cursor)).map(ChargingNeedView::of);
    }

    @POST
    @Path("/{id}/offer")
    @Consumes(MediaType.WILDCARD)
    @LongestAnswer(6)
    @Permission("charging-profile.write")
    @Operation(
            operationId = "offerChargingNeed",
            summary = "Sends an EV that asked a profile once more, by the limits as they are now (SetChargingProfile)")
    @APIResponse(responseCode = "200", description = "As it stands now")
    @APIResponse(responseCode = "404", description = "There is no such station or need")
    @APIResponse(responseCode = "409", description = "Its session is over, or not known")
    public ChargingNeedView offer(@PathParam("station") String identity, @PathParam("id") String id) {
        if (!id.matches("\\d{1,18}")) {
            throw Refused.notFound("There is no charging need '" + id + "'; an id is a whole number.");
        }
        return ChargingNeedView.of(offers.again(actor.get(), station(identity), Long.parseLong(id)));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
