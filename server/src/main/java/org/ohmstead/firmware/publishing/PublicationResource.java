package org.ohmstead.firmware.publishing;

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
import org.ohmstead.api.PathNumber;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** REST: what local controllers publish. */
@Path("/api/v1/stations/{station}/firmware-publications")
@Tag(name = "Firmware")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PublicationResource {
    private final Publications publications;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public PublicationResource(Publications publications, Stations stations, CurrentActor actor) {
        this.publications = publications;
        this.stations = stations;
        this.actor = actor;
    }

    @POST
    @Permission("firmware.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "publishFirmware",
            summary = "Tells a local controller to publish firmware to the stations behind it (2.x)",
            description = "An image that was uploaded here is loaded by a link of the controller's own.")
    @APIResponse(
            responseCode = "201",
            description = "The publication as it is when the controller has answered, or the wait is over; see state",
            content = @Content(schema = @Schema(implementation = PublicationView.class)))
    @APIResponse(responseCode = "400", description = "Something is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for the station")
    public Response publish(
            @PathParam("station") String identity, @BeanParam SendOptions options, @Nullable PublicationBody body) {
        Publication publication = publications.publish(actor.get(), identity, PublicationBody.orNone(body), options);
        return Response.created(URI.create("/api/v1/stations/"
                        + publication.station().identity() + "/firmware-publications/" + publication.id()))
                .entity(PublicationView.of(publication))
                .build();
    }

    @GET
    @Permission("firmware.read")
    @Operation(
            operationId = "listFirmwarePublications",
            summary = "Lists what a local controller was told to publish, the newest first")
    @APIResponse(responseCode = "200", description = "A page of it")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<PublicationView> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return publications
                .page(station(identity), Limit.of(limit), Cursor.of(cursor))
                .map(PublicationView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("firmware.read")
    @Operation(operationId = "getFirmwarePublication", summary = "Shows a publication and how far it has come")
    @APIResponse(responseCode = "200", description = "The publication")
    @APIResponse(responseCode = "404", description = "There is none")
    public PublicationView get(@PathParam("station") String identity, @PathParam("id") String id) {
        return PublicationView.of(publications.get(station(identity), PathNumber.of("publication", id)));
    }

    @POST
    @Path("/{id}/unpublish")
    @Permission("firmware.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "unpublishFirmware",
            summary = "Tells a local controller to publish it no more",
            description = "While a station loads it the controller answers DownloadOngoing, and goes on.")
    @APIResponse(
            responseCode = "200",
            description = "What the controller has answered",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not ended",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station or publication")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for the station")
    public Response unpublish(
            @PathParam("station") String identity, @PathParam("id") String id, @BeanParam SendOptions options) {
        return VerbView.answer(
                publications.unpublish(actor.get(), identity, PathNumber.of("publication", id), options));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
