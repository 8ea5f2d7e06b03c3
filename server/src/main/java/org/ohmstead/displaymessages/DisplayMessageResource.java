package org.ohmstead.displaymessages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
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
import java.time.Duration;
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
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** REST: texts on the display of a station. */
@Path("/api/v1/stations/{station}/display-messages")
@Tag(name = "Display messages", description = "Texts on the displays of stations (OCPP 2.x)")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DisplayMessageResource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DisplayMessages messages;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public DisplayMessageResource(DisplayMessages messages, Stations stations, CurrentActor actor) {
        this.messages = messages;
        this.stations = stations;
        this.actor = actor;
    }

    /** What came of asking a station for its messages. */
    @Schema(name = "DisplayMessagesAsked")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            @Schema(implementation = CommandResult.How.class, description = "As of any command")
            String outcome,

            @Schema(description = "Accepted: it will tell them; Unknown: it has none") @Nullable
            String said) {}

    @GET
    @Permission("display-message.read")
    @Operation(
            operationId = "listDisplayMessages",
            summary = "Lists the messages on its display, with what the station said to each",
            description =
                    "As the server knows them; POST .../refresh asks the station. Those that are gone stay, with shown: false.")
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
    @Permission("display-message.write")
    @Path("/{id}")
    @Operation(
            operationId = "setDisplayMessage",
            summary = "Shows a message on its display, in place of one with the same id (SetDisplayMessage)",
            description =
                    "The body is a MessageInfo of OCPP 2.x without its id, such as {\"priority\":\"NormalCycle\",\"message\":"
                            + "{\"format\":\"UTF8\",\"language\":\"en\",\"content\":\"Closed for repair\"}}. Its schema stands in the"
                            + " catalogue: /api/v1/catalogue/2.1/SetDisplayMessage. Stations of OCPP 1.6 have no such command.")
    @APIResponse(responseCode = "200", description = "What the station said, and how the message stands now")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public DisplayMessageView set(
            @PathParam("station") String identity,
            @Parameter(description = "0 or more, chosen by you") @PathParam("id") String id,
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
        return DisplayMessageView.of(messages.set(actor.get(), station(identity), message.put("id", number), PATIENCE));
    }

    @DELETE
    @Permission("display-message.write")
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "clearDisplayMessage",
            summary = "Takes a message from its display (ClearDisplayMessage)",
            description = "It stays in the list, with what the station said.")
    @APIResponse(responseCode = "200", description = "What the station said, and how the message stands now")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public DisplayMessageView clear(@PathParam("station") String identity, @PathParam("id") String id) {
        return DisplayMessageView.of(messages.clear(actor.get(), station(identity), number(id), PATIENCE));
    }

    @POST
    @Permission("display-message.write")
    @Path("/refresh")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "refreshDisplayMessages",
            summary = "Asks the station for all messages that it has (GetDisplayMessages)",
            description =
                    "It tells them in the seconds that follow; those that it does not tell then have shown: false.")
    @APIResponse(responseCode = "200", description = "What the station said")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Asked refresh(@PathParam("station") String identity) {
        CommandResult result = messages.refresh(actor.get(), station(identity), PATIENCE);
        return new Asked(result.how().word(), DisplayMessages.said(result));
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
