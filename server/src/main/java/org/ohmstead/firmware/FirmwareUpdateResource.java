package org.ohmstead.firmware;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobStatuses;

/** REST: the updates of all stations. */
@Path("/api/v1/firmware-updates")
@Tag(name = "Firmware")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FirmwareUpdateResource {
    private final FirmwareUpdates updates;
    private final JobStatuses steps;
    private final CurrentActor actor;

    @Inject
    public FirmwareUpdateResource(FirmwareUpdates updates, JobStatuses steps, CurrentActor actor) {
        this.updates = updates;
        this.steps = steps;
        this.actor = actor;
    }

    @GET
    @Permission("firmware.read")
    @Operation(operationId = "listFirmwareUpdates", summary = "Lists the updates of all stations, the newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<FirmwareUpdateView> list(
            @Parameter(description = "How far it has come", schema = @Schema(implementation = UpdateState.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "Number of a campaign") @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UpdateFilter filter = new UpdateFilter(
                null, QueryWords.word("state", UpdateState.class, state), QueryWords.number("campaign", campaign));
        return updates.page(actor.scope(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(FirmwareUpdateView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("firmware.read")
    @Operation(operationId = "getFirmwareUpdate", summary = "Shows an update, with what the station has reported of it")
    @APIResponse(responseCode = "200", description = "The update")
    @APIResponse(responseCode = "404", description = "There is none")
    public FirmwareUpdateView get(@PathParam("id") String id) {
        FirmwareUpdate update = updates.get(actor.scope(), PathNumber.of("update of firmware", id));
        return FirmwareUpdateView.of(update, steps.ofOrder(update.station(), Set.of(Job.FIRMWARE), update.id()));
    }
}
