package org.ohmstead.firmware.campaigns;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
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
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.bulk.BulkStations;
import org.ohmstead.files.StoredFiles;
import org.ohmstead.firmware.UpdateOrder;
import org.ohmstead.stations.StationRef;

/** REST: campaigns. */
@Path("/api/v1/firmware-campaigns")
@Tag(name = "Firmware")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CampaignResource {
    private final Campaigns campaigns;
    private final BulkStations stations;
    private final StoredFiles files;
    private final CurrentActor actor;

    @Inject
    public CampaignResource(Campaigns campaigns, BulkStations stations, StoredFiles files, CurrentActor actor) {
        this.campaigns = campaigns;
        this.stations = stations;
        this.files = files;
        this.actor = actor;
    }

    @POST
    @Permission("firmware.write")
    @Operation(
            operationId = "beginFirmwareCampaign",
            summary = "Updates the firmware of many stations, in waves",
            description =
                    "The first wave is the canary. A wave begins when all of the one before have ended; where too many"
                            + " fail the campaign halts until somebody resumes or stops it. It goes on behind a restart of"
                            + " the server.")
    @APIResponse(
            responseCode = "201",
            description = "It has begun",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    @APIResponse(responseCode = "400", description = "Something is not allowed; the problem names it")
    public Response begin(@Nullable CampaignBody body) {
        CampaignBody wanted = CampaignBody.orNone(body);
        String name = wanted.checkedName();
        UpdateOrder order = wanted.firmware();
        if (order == null) {
            throw Refused.invalid("firmware", "firmware is missing. Say which image the stations are to install.");
        }
        CampaignPlan plan = wanted.plan();
        if (order.file() != null) {
            files.image(actor.scope(), "firmware.file", order.file());
        }
        List<StationRef> all = stations.of(actor, wanted.stations(), wanted.stationGroup());
        Campaign campaign = campaigns.begin(actor.get(), name, order, plan, all);
        return Response.created(URI.create("/api/v1/firmware-campaigns/" + campaign.id()))
                .entity(view(campaign))
                .build();
    }

    @GET
    @Permission("firmware.read")
    @Operation(operationId = "listFirmwareCampaigns", summary = "Lists campaigns, the newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<CampaignView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return campaigns.page(actor.scope(), Limit.of(limit), Cursor.of(cursor)).map(this::view);
    }

    @GET
    @Path("/{id}")
    @Permission("firmware.read")
    @Operation(operationId = "getFirmwareCampaign", summary = "Shows a campaign and how far it has come")
    @APIResponse(responseCode = "200", description = "The campaign")
    @APIResponse(responseCode = "404", description = "There is none")
    public CampaignView get(@PathParam("id") String id) {
        return view(campaigns.get(actor.scope(), number(id)));
    }

    @GET
    @Path("/{id}/stations")
    @Permission("firmware.read")
    @Operation(
            operationId = "listFirmwareCampaignStations",
            summary = "Lists the stations of a campaign, in the order of their turns")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such campaign")
    public Page<CampaignMemberView> stations(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return campaigns
                .members(actor.scope(), number(id), Limit.of(limit), Cursor.of(cursor))
                .map(CampaignMemberView::of);
    }

    @POST
    @Path("/{id}/pause")
    @Permission("firmware.write")
    @Operation(
            operationId = "pauseFirmwareCampaign",
            summary = "Pauses a campaign: updates that are under way go on, no other is begun")
    @APIResponse(responseCode = "200", description = "The campaign as it is now")
    @APIResponse(responseCode = "403", description = "It has stations that you do not see")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It does not run")
    public CampaignView pause(@PathParam("id") String id) {
        return view(campaigns.pause(actor.get(), number(id)));
    }

    @POST
    @Path("/{id}/resume")
    @Permission("firmware.write")
    @Operation(
            operationId = "resumeFirmwareCampaign",
            summary = "Goes on with a campaign that was paused or has halted",
            description = "Failures so far do not halt it again.")
    @APIResponse(responseCode = "200", description = "The campaign as it is now")
    @APIResponse(responseCode = "403", description = "It has stations that you do not see")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It neither pauses nor has halted")
    public CampaignView resume(@PathParam("id") String id) {
        return view(campaigns.resume(actor.get(), number(id)));
    }

    @POST
    @Path("/{id}/stop")
    @Permission("firmware.write")
    @Operation(
            operationId = "stopFirmwareCampaign",
            summary = "Ends a campaign: stations that have not had their turn are skipped")
    @APIResponse(responseCode = "200", description = "The campaign as it is now")
    @APIResponse(responseCode = "403", description = "It has stations that you do not see")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is over")
    public CampaignView stop(@PathParam("id") String id) {
        return view(campaigns.stop(actor.get(), number(id)));
    }

    private CampaignView view(Campaign campaign) {
        return CampaignView.of(campaign, campaigns.counts(actor.scope(), campaign));
    }

    private static long number(String id) {
        return PathNumber.of("campaign", id);
    }
}
