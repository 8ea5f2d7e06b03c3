package org.ohmstead.networkprofiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** How a station is told to reach a CSMS (2.x B09, B10). */
@Path("/api/v1/stations/{station}/network-profiles")
@Tag(name = "Network profiles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class NetworkProfileResource {
    private final NetworkProfiles profiles;
    private final NetworkSwitching switching;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public NetworkProfileResource(
            NetworkProfiles profiles, NetworkSwitching switching, Stations stations, CurrentActor actor) {
        this.profiles = profiles;
        this.switching = switching;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("configuration.read")
    @Operation(
            operationId = "getNetworkProfiles",
            summary = "Shows how a station is told to reach a CSMS, and its last move",
            description = "Slots that were set from here, by whatever way. Stations of 1.6 have none.")
    @APIResponse(responseCode = "200", description = "All slots, and the last move")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public NetworkProfilesView get(@PathParam("station") String identity) {
        StationRef station =
                StationPaths.find(stations, actor.scope(), identity).ref();
        return new NetworkProfilesView(
                profiles.inUse(station),
                profiles.priority(station),
                profiles.of(actor.scope(), station).stream()
                        .map(NetworkProfilesView.Slot::of)
                        .toList(),
                profiles.lastSwitch(actor.scope(), station)
                        .map(NetworkProfilesView.Move::of)
                        .orElse(null));
    }

    @PUT
    @Path("/{slot}")
    @Permission("network-profile.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "setNetworkProfile",
            summary = "Tells a station what a slot is to hold (SetNetworkProfile)",
            description = "Never the slot that it is connected with. It does not use it before it is told to switch. A"
                    + " password in it is sent, and never kept in clear.")
    @APIResponse(
            responseCode = "200",
            description = "What came of it",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not ended; Location shows the command",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(
            responseCode = "409",
            description =
                    "It is the slot in use, or that is not known; or the station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response set(
            @PathParam("station") String identity,
            @Parameter(description = "Number of the slot") @PathParam("slot") String slot,
            @RequestBody(
                            description = "connectionData of SetNetworkProfile, as OCPP 2.x has it",
                            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    @Nullable
                    ObjectNode profile,
            @BeanParam SendOptions options) {
        if (profile == null) {
            throw Refused.invalid("body", "The body is empty; send a NetworkConnectionProfile of OCPP 2.x.");
        }
        return VerbView.answer(profiles.set(actor.get(), identity, number(slot), profile, options));
    }

    @POST
    @Path("/{slot}/switch")
    @Permission("network-profile.write")
    @Consumes(MediaType.WILDCARD)
    @LongestAnswer(6)
    @Operation(
            operationId = "switchNetworkProfile",
            summary = "Has a station go to another slot: NetworkConfigurationPriority, then Reset",
            description =
                    "The slot before stays behind it, so that the station falls back when it does not get through."
                            + " What came of it is seen when it has booted here; one that has gone to another CSMS stays"
                            + " rebooting. Let its sessions end first: see availability.")
    @APIResponse(responseCode = "200", description = "How the move stands")
    @APIResponse(responseCode = "400", description = "The slot is none that it has, or a parameter is not allowed")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(
            responseCode = "409",
            description = "It is in use already, nobody has set it, or the station speaks 1.6")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public NetworkProfilesView.Move go(
            @PathParam("station") String identity,
            @Parameter(description = "Number of the slot") @PathParam("slot") String slot,
            @Parameter(
                            description =
                                    "on_idle, which is meant where it is absent: it boots when no transaction runs;"
                                            + " immediate: at once")
                    @QueryParam("reset")
                    @Nullable
                    String reset) {
        NetworkSwitching.When when = QueryWords.word("reset", NetworkSwitching.When.class, reset);
        return NetworkProfilesView.Move.of(
                switching.go(actor.get(), identity, number(slot), when == null ? NetworkSwitching.When.ON_IDLE : when));
    }

    private static int number(String slot) {
        Integer number = Slots.number(slot);
        if (number == null) {
            throw Refused.invalid("slot", "slot is '" + slot + "'; allowed is a whole number from 0.");
        }
        return number;
    }
}
