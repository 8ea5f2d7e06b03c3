package org.ohmstead.commands.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
import org.ohmstead.commands.CommandFilter;
import org.ohmstead.commands.CommandOrders;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** What became of commands. */
@Path("/api/v1/commands")
@Tag(name = "Commands")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CommandListResource {
    private final CommandOrders orders;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public CommandListResource(CommandOrders orders, Stations stations, CurrentActor actor) {
        this.orders = orders;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("command.read")
    @Operation(
            operationId = "listCommands",
            summary = "Lists commands, the newest first",
            description =
                    "Those that somebody sent, those that a rule of the server did, and those that wait for their stations.")
    @APIResponse(responseCode = "200", description = "A page of commands")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<CommandView> list(
            @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable String station,
            @Parameter(description = "Such as Reset") @QueryParam("action") @Nullable String action,
            @Parameter(
                            description = "How far it has come",
                            schema = @Schema(implementation = StoredCommand.State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "What became of it", schema = @Schema(implementation = CommandResult.How.class))
                    @QueryParam("outcome")
                    @Nullable
                    String outcome,
            @Parameter(description = "Who sent it, such as user:anna@example.org") @QueryParam("actor") @Nullable
                    String sender,
            @Parameter(description = "Came to us then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Came to us before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        CommandFilter filter = new CommandFilter(
                identity == null
                        ? null
                        : StationPaths.find(stations, actor.scope(), identity)
                                .ref()
                                .id(),
                QueryWords.text(action),
                QueryWords.word("state", StoredCommand.State.class, state),
                CommandResult.How.ofParameter(QueryWords.text(outcome)),
                QueryWords.text(sender),
                QueryWords.time("from", from),
                QueryWords.time("to", to));
        QueryWords.period("from", filter.from(), "to", filter.to());
        return orders.page(actor.scope(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(CommandView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("command.read")
    @Operation(operationId = "getCommand", summary = "Shows a command and what became of it")
    @APIResponse(responseCode = "200", description = "The command")
    @APIResponse(responseCode = "404", description = "There is none")
    public CommandView get(@PathParam("id") String id) {
        return CommandView.of(orders.get(actor.scope(), PathNumber.of("command", id)));
    }

    @DELETE
    @Path("/{id}")
    @Permission("station.command")
    @Operation(
            operationId = "cancelCommand",
            summary = "Calls off a command that waits for its station",
            description = "It stays in the list, as cancelled.")
    @APIResponse(responseCode = "200", description = "The command as it is now")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It does not wait any more")
    public CommandView cancel(@PathParam("id") String id) {
        return CommandView.of(orders.cancel(actor.get(), PathNumber.of("command", id)));
    }
}
