package org.ohmstead.firmware;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** REST: the updates of a station. */
@Path("/api/v1/stations/{station}/firmware-updates")
@Tag(name = "Firmware")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationFirmwareResource {
    private final FirmwareUpdates updates;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StationFirmwareResource(FirmwareUpdates updates, Stations stations, CurrentActor actor) {
        this.updates = updates;
        this.stations = stations;
        this.actor = actor;
    }

    @POST
    @Permission("firmware.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "updateFirmware",
            summary = "Tells a station to update its firmware",
            description =
                    "An image that was uploaded here is loaded by a link of the station's own. 2.x stations are sent"
                            + " UpdateFirmware; 1.6 stations UpdateFirmware, or SignedUpdateFirmware of the security"
                            + " extension where a signature is given and they have it. A newer update cancels one that is"
                            + " under way.")
    @APIResponse(
            responseCode = "201",
            description = "The update as it is when the station has answered, or the wait is over; see state",
            content = @Content(schema = @Schema(implementation = FirmwareUpdateView.class)))
    @APIResponse(responseCode = "400", description = "Something is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(
            responseCode = "409",
            description = "The station's registration does not let it pass, or it takes signed updates alone")
    @APIResponse(responseCode = "429", description = "Too many commands wait for the station")
    public Response order(
            @PathParam("station") String identity, @BeanParam SendOptions options, @Nullable UpdateOrder body) {
        FirmwareUpdate update =
                updates.order(actor.get(), identity, body == null ? UpdateOrder.NONE : body, null, options);
        return Response.created(URI.create("/api/v1/firmware-updates/" + update.id()))
                .entity(FirmwareUpdateView.of(update))
                .build();
    }

    @GET
    @Permission("firmware.read")
    @Operation(
            operationId = "listStationFirmwareUpdates",
            summary = "Lists the updates of a station's firmware, the newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<FirmwareUpdateView> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        long station =
                StationPaths.find(stations, actor.scope(), identity).ref().id();
        return updates.page(actor.scope(), new UpdateFilter(station, null, null), Limit.of(limit), Cursor.of(cursor))
                .map(FirmwareUpdateView::of);
    }
}
