package org.ohmstead.dercontrol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** REST: the controls of a station. */
@Path("/api/v1/stations/{station}/der-controls")
@Tag(name = "DER control", description = "What grid operators want of stations that feed in (OCPP 2.1)")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DerControlResource {
    private static final String ENDED = "What became of it, whatever it is";
    private static final String GOES_ON = "It has not ended; Location shows the command";
    private static final String NO_STATION = "There is no station of this identity";
    private static final String NOT_YET = "The station's registration does not let it pass yet";
    private static final String TOO_MANY = "Too many commands wait for this station";
    private static final String WRONG = "A field or parameter is not allowed; the problem names it";

    private final DerControls controls;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public DerControlResource(DerControls controls, Stations stations, CurrentActor actor) {
        this.controls = controls;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("der-control.read")
    @Operation(
            operationId = "listDerControls",
            summary = "Lists the controls of a station, with what it said to each",
            description =
                    "As the server knows them; POST .../refresh asks the station. Those that were refused, cleared or"
                            + " are over stay, with their state; of a station the 1,000 that changed last.")
    @APIResponse(responseCode = "200", description = "A page of them, in the order in which they became known")
    @APIResponse(responseCode = "404", description = NO_STATION)
    public Page<DerControlView> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return controls.page(station(identity), Limit.of(limit), Cursor.of(cursor));
    }

    @GET
    @Path("/{controlId}")
    @Permission("der-control.read")
    @Operation(operationId = "getDerControl", summary = "Shows a control of a station")
    @APIResponse(responseCode = "200", description = "The control")
    @APIResponse(responseCode = "404", description = "There is no such station or control")
    public DerControlView get(
            @PathParam("station") String identity,
            @Parameter(description = "By which the station knows it") @PathParam("controlId") String id) {
        return controls.view(control(station(identity), id));
    }

    @PUT
    @Path("/{controlId}")
    @LongestAnswer(6)
    @Permission("der-control.write")
    @Operation(
            operationId = "setDerControl",
            summary = "Gives a station a control, in place of one with the same id (SetDERControl)",
            description =
                    "The body is a SetDERControl of OCPP 2.1 without its controlId: controlType, isDefault, and the"
                            + " one field that belongs to the type. Its schema stands in the catalogue:"
                            + " /api/v1/catalogue/2.1/SetDERControl. A default control has no time; a scheduled one has"
                            + " startTime and duration.")
    @APIResponse(
            responseCode = "200",
            description = ENDED,
            content = @Content(schema = @Schema(implementation = DerControlView.Told.class)))
    @APIResponse(
            responseCode = "202",
            description = GOES_ON,
            content = @Content(schema = @Schema(implementation = DerControlView.Told.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NO_STATION)
    @APIResponse(responseCode = "409", description = NOT_YET)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response set(
            @PathParam("station") String identity,
            @Parameter(description = "Chosen by you, up to 36 characters") @PathParam("controlId") String id,
            @BeanParam SendOptions options,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) @Nullable ObjectNode body) {
        if (body == null) {
            throw Refused.invalid("body", "The body is empty; send a SetDERControl of OCPP 2.1 without its controlId.");
        }
        if (body.has("controlId") && !body.path("controlId").asText().equals(id)) {
            throw Refused.invalid(
                    "controlId",
                    "controlId is " + body.path("controlId") + " in the body and '" + id
                            + "' in the path. Leave it out of the body.");
        }
        return told(controls.set(actor.get(), identity, body.put("controlId", id), options), id);
    }

    @DELETE
    @Path("/{controlId}")
    @LongestAnswer(6)
    @Permission("der-control.write")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "clearDerControl",
            summary = "Takes a control from a station (ClearDERControl)",
            description = "It stays in the list, as cleared. One that the server does not know is refused by 404.")
    @APIResponse(
            responseCode = "200",
            description = ENDED,
            content = @Content(schema = @Schema(implementation = DerControlView.Told.class)))
    @APIResponse(
            responseCode = "202",
            description = GOES_ON,
            content = @Content(schema = @Schema(implementation = DerControlView.Told.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(
            responseCode = "404",
            description = "There is no such station or control; POST .../refresh asks for them")
    @APIResponse(responseCode = "409", description = NOT_YET)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response clear(
            @PathParam("station") String identity, @PathParam("controlId") String id, @BeanParam SendOptions options) {
        boolean isDefault = control(station(identity), id).facts().isDefault();
        DerControls.Which which = new DerControls.Which(isDefault, null, id);
        return told(controls.clear(actor.get(), identity, which, options), id);
    }

    @DELETE
    @LongestAnswer(6)
    @Permission("der-control.write")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "clearDerControls",
            summary = "Takes all default controls from a station, or all scheduled ones (ClearDERControl)",
            description = "Those of one type alone, where controlType says so.")
    @APIResponse(
            responseCode = "200",
            description = ENDED,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = GOES_ON,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NO_STATION)
    @APIResponse(responseCode = "409", description = NOT_YET)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response clearAll(
            @PathParam("station") String identity, @BeanParam DerControlQuery query, @BeanParam SendOptions options) {
        DerControls.Which which = query.which(null);
        if (which.isDefault() == null) {
            throw Refused.invalid(
                    "isDefault",
                    "isDefault is missing; say true for all default controls, or false for all scheduled.");
        }
        return VerbView.answer(controls.clear(actor.get(), identity, which, options));
    }

    @POST
    @Path("/refresh")
    @LongestAnswer(6)
    @Permission("der-control.write")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "refreshDerControls",
            summary = "Asks a station for the controls that it has (GetDERControl)",
            description =
                    "It tells them in the seconds that follow. Where it was asked for all, those that it does not tell"
                            + " then are cleared.")
    @APIResponse(
            responseCode = "200",
            description = ENDED,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = GOES_ON,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NO_STATION)
    @APIResponse(responseCode = "409", description = NOT_YET)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response refresh(
            @PathParam("station") String identity,
            @BeanParam DerControlQuery query,
            @Parameter(description = "The one alone") @QueryParam("controlId") @Nullable String id,
            @BeanParam SendOptions options) {
        DerControls.Which which = query.which(QueryWords.text(id));
        return VerbView.answer(controls.refresh(actor.get(), identity, which, options));
    }

    private Response told(VerbResult result, String id) {
        DerControlView control = controls.find(result.command().station(), id)
                .map(controls::view)
                .orElse(null);
        return VerbView.answer(result, new DerControlView.Told(VerbView.of(result), control));
    }

    private DerControl control(StationRef station, String id) {
        return controls.find(station, id)
                .orElseThrow(() -> Refused.notFound("Station '" + station.identity() + "' has no control '" + id
                        + "' that the server knows of. POST /api/v1/stations/{station}/der-controls/refresh asks it."));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
