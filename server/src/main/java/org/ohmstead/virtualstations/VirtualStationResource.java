package org.ohmstead.virtualstations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Refused;
import org.ohmstead.ocpp.OcppVersion;

/** Simulated stations that run within the server. */
@Path("/api/v1/virtual-stations")
@Tag(name = "Virtual stations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class VirtualStationResource {
    private final VirtualStations virtual;
    private final CurrentActor actor;

    @Inject
    public VirtualStationResource(VirtualStations virtual, CurrentActor actor) {
        this.virtual = virtual;
        this.actor = actor;
    }

    /** All there are: few. */
    @Schema(name = "VirtualStations")
    public record Views(List<VirtualStationView> items) {
        public Views {
            items = List.copyOf(items);
        }
    }

    /** Which one is wanted. */
    @Schema(name = "VirtualStationBody")
    public record Body(
            @Schema(description = "Default: 2.0.1", implementation = OcppVersion.class, examples = "2.1") @Nullable
            String ocppVersion) {}

    @GET
    @Permission("station.read")
    @Operation(operationId = "listVirtualStations", summary = "Lists the simulated stations that run")
    @APIResponse(responseCode = "200", description = "All of them")
    public Views list() {
        return new Views(virtual.list(actor.scope()));
    }

    @POST
    @Permission("station.write")
    @Operation(
            operationId = "startVirtualStation",
            summary = "Starts a simulated station",
            description =
                    "For whoever has no charger yet. It is registered as VIRTUAL-1 and so on, dials in as any other, and cars"
                            + " come and charge with a token that is made for it. It runs until it is stopped, or the server"
                            + " is; three of an organisation at once.")
    @APIResponse(
            responseCode = "201",
            description = "It runs",
            content = @Content(schema = @Schema(implementation = VirtualStationView.class)))
    @APIResponse(responseCode = "400", description = "The version is none that there is")
    @APIResponse(responseCode = "409", description = "Too many run already")
    public Response start(@Nullable Body body) {
        OcppVersion version = version(body == null ? null : body.ocppVersion());
        return Response.status(Response.Status.CREATED)
                .entity(virtual.start(actor.get(), version))
                .build();
    }

    private static OcppVersion version(@Nullable String text) {
        if (text == null) {
            return OcppVersion.V201;
        }
        return Arrays.stream(OcppVersion.values())
                .filter(each -> each.number().equals(text))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "ocppVersion", "ocppVersion is '" + text + "'; allowed are 1.6, 2.0.1 and 2.1."));
    }

    @DELETE
    @Path("/{station}")
    @Permission("station.write")
    @LongestAnswer(30)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "stopVirtualStation",
            summary = "Stops a simulated station",
            description = "Whoever charges there stops first. The station and its sessions stay.")
    @APIResponse(responseCode = "204", description = "It has hung up")
    @APIResponse(responseCode = "404", description = "No such one runs")
    public void stop(@PathParam("station") String identity) {
        virtual.stop(actor.get(), identity);
    }
}
