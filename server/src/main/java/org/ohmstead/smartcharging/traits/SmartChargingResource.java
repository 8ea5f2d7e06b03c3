package org.ohmstead.smartcharging.traits;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** REST: what is to be known of a station to charge smartly. */
@Path("/api/v1/stations/{station}/smart-charging")
@Tag(name = "Smart charging", description = "Charging profiles, what results of them, and limits from outside")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SmartChargingResource {
    private final StationTraits traits;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public SmartChargingResource(StationTraits traits, Stations stations, CurrentActor actor) {
        this.traits = traits;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("charging-profile.read")
    @Operation(
            operationId = "getSmartCharging",
            summary = "Shows by what the limits of a station are computed, and which of them it takes")
    @APIResponse(responseCode = "200", description = "As it is set, or as the station's answers have taught")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public TraitsView get(@PathParam("station") String identity) {
        return TraitsView.of(traits.of(station(identity)));
    }

    @PUT
    @Permission("charging-profile.write")
    @Operation(
            operationId = "setSmartCharging",
            summary = "Sets by what the limits of a station are computed, and which of them it takes")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public TraitsView set(@PathParam("station") String identity, @Nullable TraitsBody body) {
        if (body == null) {
            throw Refused.invalid("body", "The body is empty; send an object, if with nothing in it.");
        }
        Traits wanted = body.traits();
        return TraitsView.of(traits.change(actor.get(), station(identity), before -> wanted));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
