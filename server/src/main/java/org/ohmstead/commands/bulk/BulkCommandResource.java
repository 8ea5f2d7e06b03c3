package org.ohmstead.commands.bulk;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpConnection;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.LiveAccess;
import org.ohmstead.access.Permission;
import org.ohmstead.access.StillAllowed;
import org.ohmstead.api.CsvTable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.LargestBody;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.Refused;

/** REST: one command for many stations. */
@Path("/api/v1/commands/bulk")
@Tag(name = "Commands")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BulkCommandResource {
    private static final String READ = "command.read";
    private static final String THING = "bulk command";
    /** 20,000 identities. */
    private static final int LARGEST_BODY = 2 << 20;

    private static final List<String> COLUMNS =
            List.of("place", "station", "command", "state", "outcome", "status", "text", "refusal", "doneAt");

    private final BulkCommands bulkCommands;
    private final BulkStations stations;
    private final BulkCommandFeed feed;
    private final CurrentActor actor;
    private final LiveAccess access;
    private final CurrentVertxRequest request;

    @Inject
    public BulkCommandResource(
            BulkCommands bulkCommands,
            BulkStations stations,
            BulkCommandFeed feed,
            CurrentActor actor,
            LiveAccess access,
            CurrentVertxRequest request) {
        this.bulkCommands = bulkCommands;
        this.stations = stations;
        this.feed = feed;
        this.actor = actor;
        this.access = access;
        this.request = request;
    }

    @POST
    @Permission("station.command")
    @LargestBody(LARGEST_BODY)
    @Operation(
            operationId = "sendBulkCommand",
            summary = "Sends one command to many stations",
            description =
                    "Stations have their turn one after the other, so many at the same time. Each gets a command as"
                            + " any other, with all that belongs to it. It goes on behind this request and over a restart"
                            + " of the server.")
    @APIResponse(
            responseCode = "202",
            description = "It has begun; Location shows how far it is",
            content = @Content(schema = @Schema(implementation = BulkCommandView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    public Response send(@Nullable BulkCommandBody body) {
        if (body == null) {
            throw Refused.invalid("body", "The body is empty; send an action and the stations that it is for.");
        }
        BulkOrder order = body.order();
        BulkCommand bulk = bulkCommands.create(actor.get(), order, stations.of(actor, body));
        return Response.accepted(view(bulk))
                .location(URI.create("/api/v1/commands/bulk/" + bulk.id()))
                .build();
    }

    @GET
    @Permission(READ)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "listBulkCommands",
            summary = "Lists commands for many stations, the newest first",
            description = "Whoever sees some groups of stations only sees those that they sent themselves.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<BulkCommandView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return bulkCommands
                .page(actor.get(), Limit.of(limit), Cursor.of(cursor))
                .map(this::view);
    }

    @GET
    @Path("/{id}")
    @Permission(READ)
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "getBulkCommand", summary = "Shows how far a command for many stations is")
    @APIResponse(responseCode = "200", description = "The command with its numbers")
    @APIResponse(responseCode = "404", description = "There is none")
    public BulkCommandView get(@PathParam("id") String id) {
        return view(find(id));
    }

    @GET
    @Path("/{id}/stations")
    @Permission(READ)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "listBulkCommandStations",
            summary = "Lists the stations of a command for many, in the order of their turns, with what each answered",
            description = "As text/csv all of them at once: the report.")
    @APIResponse(responseCode = "200", description = "A page of stations; as text/csv all of them")
    @APIResponse(responseCode = "404", description = "There is no such bulk command")
    public Page<BulkCommandView.OfStation> stations(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return bulkCommands
                .stations(actor.scope(), find(id), Limit.of(limit), Cursor.of(cursor))
                .map(BulkCommandView.OfStation::of);
    }

    @GET
    @Path("/{id}/stations")
    @Permission(READ)
    @Consumes(MediaType.WILDCARD)
    @Produces(CsvTable.LAST_CHOICE)
    @Operation(hidden = true) // the same operation in another form
    public Response table(@PathParam("id") String id) {
        BulkCommand bulk = find(id);
        var scope = actor.scope();
        return new CsvTable<>(
                        COLUMNS,
                        BulkCommandResource::cells,
                        after -> bulkCommands.stations(scope, bulk, CsvTable.PORTION, after))
                .answer("bulk-command-" + bulk.id());
    }

    private static List<@Nullable Object> cells(BulkCommand.OfStation one) {
        return CsvTable.cells(
                one.place(),
                one.station(),
                one.command(),
                one.state(),
                one.outcome(),
                one.status(),
                one.text(),
                one.refusal(),
                one.doneAt());
    }

    @GET
    @Path("/{id}/live")
    @LongestAnswer(LongestAnswer.FOREVER)
    @Permission(READ)
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamBulkCommand",
            summary = "Streams how far a command for many stations is",
            description =
                    "Server-sent events: `progress` with the same JSON as getBulkCommand at first and with each change;"
                            + " `end` when no station is waited for any more, or access has ended.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING, description = "Events, one after the other")))
    @APIResponse(responseCode = "404", description = "There is no such bulk command")
    @APIResponse(
            responseCode = "429",
            description = "Five streams of the reader are open, or a quarter of all of its tenant")
    @APIResponse(responseCode = "503", description = "Too many streams are open")
    public void live(@PathParam("id") String id, @Context SseEventSink sink, @Context Sse sse) {
        long bulk = find(id).id();
        HttpConnection connection = request.getCurrent().request().connection();
        feed.stream(bulk, new StillAllowed(access, actor.principal(), READ), sink, sse, connection::close);
    }

    @POST
    @Path("/{id}/stop")
    @Permission("station.command")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "stopBulkCommand",
            summary = "Lets no further station have its turn",
            description = "What stations were told stays; cancelCommand calls off those that wait for their stations.")
    @APIResponse(responseCode = "200", description = "It stops, or has stopped")
    @APIResponse(responseCode = "404", description = "There is no such bulk command")
    @APIResponse(responseCode = "409", description = "It has ended already")
    public BulkCommandView stop(@PathParam("id") String id) {
        return view(bulkCommands.stop(actor.get(), PathNumber.of(THING, id)));
    }

    private BulkCommand find(String id) {
        return bulkCommands.get(actor.get(), PathNumber.of(THING, id));
    }

    private BulkCommandView view(BulkCommand bulk) {
        return BulkCommandView.of(bulk, bulkCommands.progress(actor.scope(), bulk));
    }
}
