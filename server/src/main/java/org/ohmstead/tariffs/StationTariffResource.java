package org.ohmstead.tariffs;

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
import java.util.List;
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
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** REST: the tariffs that a station calculates with. */
@Path("/api/v1/stations/{station}/tariffs")
@Tag(name = "Station tariffs", description = "What stations calculate with, and what they came to (OCPP 2.x)")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationTariffResource {
    private static final String ENDED = "What became of it, whatever it is";
    private static final String GOES_ON = "It has not ended; Location shows the command";
    private static final String NO_STATION = "There is no station of this identity";
    private static final String NOT_YET = "The station's registration does not let it pass yet";
    private static final String TOO_MANY = "Too many commands wait for this station";
    private static final String WRONG = "A field or parameter is not allowed; the problem names it";

    private final StationTariffs tariffs;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StationTariffResource(StationTariffs tariffs, Stations stations, CurrentActor actor) {
        this.tariffs = tariffs;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("station-tariff.read")
    @Operation(
            operationId = "listStationTariffs",
            summary = "Lists the tariffs of a station, with what it said to each",
            description =
                    "As the server knows them; POST .../refresh asks the station. Those that were refused, replaced or"
                            + " cleared stay, as absent; of a station the 1,000 that changed last.")
    @APIResponse(responseCode = "200", description = "A page of them, in the order in which they became known")
    @APIResponse(responseCode = "404", description = NO_STATION)
    public Page<StationTariffView> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return tariffs.page(
                StationPaths.find(stations, actor.scope(), identity).ref(), Limit.of(limit), Cursor.of(cursor));
    }

    @PUT
    @Path("/{tariffId}")
    @LongestAnswer(6)
    @Permission("station-tariff.write")
    @Operation(
            operationId = "setDefaultTariff",
            summary = "Gives a station the tariff of whoever has none of their own (SetDefaultTariff)",
            description =
                    "The body is a Tariff of OCPP 2.1 without its tariffId. It takes the place of the one before; with"
                            + " a validFrom to come, from then on. What runs keeps its tariff. Its schema stands in the"
                            + " catalogue: /api/v1/catalogue/2.1/SetDefaultTariff.")
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
    public Response set(
            @PathParam("station") String identity,
            @Parameter(description = "Up to 60 characters; another content has another one") @PathParam("tariffId")
                    String id,
            @Parameter(description = "For this EVSE alone; default: for each") @QueryParam("evse") @Nullable
                    String evse,
            @BeanParam SendOptions options,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) @Nullable ObjectNode body) {
        Integer place = QueryWords.evse(evse);
        ObjectNode tariff = named(body, id);
        return VerbView.answer(tariffs.set(actor.get(), identity, place == null ? 0 : place, tariff, options));
    }

    /** A tariff whose id stands in the path. @throws Refused invalid */
    public static ObjectNode named(@Nullable ObjectNode body, String id) {
        if (body == null) {
            throw Refused.invalid("body", "The body is empty; send a Tariff of OCPP 2.1 without its tariffId.");
        }
        if (body.has("tariffId") && !body.path("tariffId").asText().equals(id)) {
            throw Refused.invalid(
                    "tariffId",
                    "tariffId is " + body.path("tariffId") + " in the body and '" + id
                            + "' in the path. Leave it out of the body.");
        }
        return body.put("tariffId", id);
    }

    @DELETE
    @LongestAnswer(6)
    @Permission("station-tariff.write")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "clearStationTariffs",
            summary = "Takes tariffs from a station (ClearTariffs)",
            description =
                    "Those that both parameters say; without any, all of them. They stay in the list, as absent. What"
                            + " runs keeps its tariff.")
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
    public Response clear(
            @PathParam("station") String identity,
            @Parameter(description = "This one, or several with commas between them; default: any")
                    @QueryParam("tariffId")
                    @Nullable
                    String tariffs,
            @Parameter(description = "Of this EVSE; default: of any") @QueryParam("evse") @Nullable String evse,
            @BeanParam SendOptions options) {
        String named = QueryWords.text(tariffs);
        List<String> ids = named == null ? List.of() : List.of(named.split("\\s*,\\s*"));
        return VerbView.answer(this.tariffs.clear(actor.get(), identity, ids, QueryWords.evse(evse), options));
    }

    @POST
    @Path("/refresh")
    @LongestAnswer(6)
    @Permission("station-tariff.write")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "refreshStationTariffs",
            summary = "Asks a station for the tariffs that it has (GetTariffs)",
            description = "Those that it does not name are absent then.")
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
    public Response refresh(@PathParam("station") String identity, @BeanParam SendOptions options) {
        return VerbView.answer(tariffs.refresh(actor.get(), identity, options));
    }
}
