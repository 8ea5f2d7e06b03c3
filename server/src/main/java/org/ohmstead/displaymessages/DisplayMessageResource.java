package org.ohmstead.displaymessages;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** REST: texts on the display of a station. */
@Path("/api/v1/stations/{station}/display-messages")
@Tag(name = "Display messages", description = "Texts on the displays of stations (OCPP 2.x)")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DisplayMessageResource {
    private final DisplayMessages messages;
    private final Verbs verbs;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public DisplayMessageResource(DisplayMessages messages, Verbs verbs, Stations stations, CurrentActor actor) {
        this.messages = messages;
        this.verbs = verbs;
        this.stations = stations;
        this.actor = actor;
    }

    /** What came of asking a station for its messages. */
    @Schema(name = "DisplayMessagesAsked")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            @Schema(
                    implementation = CommandResult.How.class,
                    description = "As of any command. Absent: it has not ended")
            @Nullable
            String outcome,

            @Schema(description = "Accepted: it will tell them; Unknown: it has none") @Nullable
            String said,

            @Schema(description = "Number of the command that it became; GET /api/v1/commands/{id} shows all of it")
            long command) {}

    @GET
    @Permission("display-message.read")
    @Operation(
            operationId = "listDisplayMessages",
            summary = "Lists the messages on its display, with what the station said to each",
            description = "As the server knows them; POST .../refresh asks the station. Those that are gone stay, with"
                    + " shown: false.")
    @APIResponse(responseCode = "200", description = "A page of them, in the order of their ids")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<DisplayMessageView> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return messages.page(station(identity), Limit.of(limit), Cursor.of(cursor))
                .map(DisplayMessageView::of);
    }

    @GET
    @Permission("display-message.read")
    @Path("/{id}")
    @Operation(operationId = "getDisplayMessage", summary = "Shows a message on its display")
    @APIResponse(responseCode = "200", description = "The message")
    @APIResponse(responseCode = "404", description = "There is no such station or message")
    public DisplayMessageView get(@PathParam("station") String identity, @PathParam("id") String id) {
        long number = number(id);
        return messages.find(station(identity), number)
                .map(DisplayMessageView::of)
                .orElseThrow(() -> Refused.notFound("Station '" + identity + "' has no message " + number
                        + ". GET /api/v1/stations/{station}/display-messages lists them."));
    }

    @PUT
    @LongestAnswer(6)
    @Permission("display-message.write")
    @Path("/{id}")
    @Operation(
            operationId = "setDisplayMessage",
            summary = "Shows a message on its display, in place of one with the same id (SetDisplayMessage)",
            description = "The body is a MessageInfo of OCPP 2.x without its id, such as"
                    + " {\"priority\":\"NormalCycle\",\"message\":{\"format\":\"UTF8\",\"language\":\"en\",\"content\":\"Closed"
                    + " for repair\"}}. Its schema stands in the catalogue: /api/v1/catalogue/2.1/SetDisplayMessage."
                    + " Stations of OCPP 1.6 have no such command.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said, and how the message stands now",
            content = @Content(schema = @Schema(implementation = DisplayMessageView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not answered yet; the command goes on. How the message stands until then",
            content = @Content(schema = @Schema(implementation = DisplayMessageView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response set(
            @PathParam("station") String identity,
            @Parameter(description = "0 or more, chosen by you") @PathParam("id") String id,
            @BeanParam SendOptions options,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            type =
                                                                    org.eclipse.microprofile.openapi.annotations.enums
                                                                            .SchemaType.OBJECT)))
                    @Nullable
                    ObjectNode message) {
        if (message == null) {
            throw Refused.invalid("body", "The body is empty; send a MessageInfo of OCPP 2.x without its id.");
        }
        long number = number(id);
        if (message.has("id") && message.path("id").asLong(-1) != number) {
            throw Refused.invalid(
                    "id", "id is " + message.path("id") + " in the body and " + number + " in the path. Leave it out.");
        }
        message.put("id", number);
        return told(identity, message, DisplayMessages.set(message), options);
    }

    @DELETE
    @LongestAnswer(6)
    @Permission("display-message.write")
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "clearDisplayMessage",
            summary = "Takes a message from its display (ClearDisplayMessage)",
            description = "It stays in the list, with what the station said.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said, and how the message stands now",
            content = @Content(schema = @Schema(implementation = DisplayMessageView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not answered yet; the command goes on. How the message stands until then",
            content = @Content(schema = @Schema(implementation = DisplayMessageView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response clear(
            @PathParam("station") String identity, @PathParam("id") String id, @BeanParam SendOptions options) {
        long number = number(id);
        return told(identity, Words.newPayload().put("id", number), DisplayMessages.clear(number), options);
    }

    private Response told(String identity, ObjectNode message, Verb verb, SendOptions options) {
        VerbResult result = verbs.tell(actor.get(), identity, verb, options);
        DisplayMessage stands = messages.after(station(identity), message, result);
        return VerbView.answer(
                result, DisplayMessageView.of(stands, result.command().id()));
    }

    @POST
    @LongestAnswer(6)
    @Permission("display-message.write")
    @Path("/refresh")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "refreshDisplayMessages",
            summary = "Asks the station for all messages that it has (GetDisplayMessages)",
            description =
                    "It tells them in the seconds that follow; those that it does not tell then have shown: false.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = Asked.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not answered yet; the command goes on",
            content = @Content(schema = @Schema(implementation = Asked.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response refresh(@PathParam("station") String identity, @BeanParam SendOptions options) {
        VerbResult result = verbs.tell(actor.get(), identity, messages.all(), options);
        CommandResult.How how = result.how();
        return VerbView.answer(
                result,
                new Asked(
                        how == null ? null : how.word(),
                        result.status(),
                        result.command().id()));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }

    private static long number(String id) {
        long number = id.matches("\\d{1,10}") ? Long.parseLong(id) : -1;
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw Refused.notFound("There is no message '" + id + "'; an id is a whole number from 0 to 2147483647.");
        }
        return number;
    }
}
