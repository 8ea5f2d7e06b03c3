package org.ohmstead.messagelog;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpConnection;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.LiveAccess;
import org.ohmstead.access.Permission;
import org.ohmstead.access.StillAllowed;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** The message log of a tenant. */
@Path("/api/v1/messages")
@Tag(name = "Messages")
@RunOnVirtualThread
public class MessageResource {
    private static final String READ = "message.read";

    private final MessageLog log;
    private final LiveMessages live;
    private final CurrentVertxRequest request;
    private final CurrentActor actor;
    private final LiveAccess access;

    @Inject
    public MessageResource(
            MessageLog log, LiveMessages live, CurrentActor actor, LiveAccess access, CurrentVertxRequest request) {
        this.request = request;
        this.access = access;
        this.log = log;
        this.live = live;
        this.actor = actor;
    }

    @GET
    @Permission(READ)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lists messages, newest first",
            description =
                    "A frame stands here within two seconds. Those of one station come in their order; where many come, those of"
                            + " several stations within a second may not. Passwords and keys are replaced by ***. What is rare in a"
                            + " long log is looked for in portions: a page may hold less than its limit, or nothing, and there is"
                            + " more as long as it has a next.")
    @APIResponse(responseCode = "200", description = "A page of messages")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<Message> list(
            @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable String station,
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @Parameter(description = "Action of the CALL; finds its answers too") @QueryParam("action") @Nullable
                    String action,
            @Parameter(description = "At this time or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Before this time") @QueryParam("to") @Nullable String to,
            @Parameter(
                            description = "in: from the station; out: to it",
                            schema = @Schema(implementation = Direction.class))
                    @QueryParam("direction")
                    @Nullable
                    String direction,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        MessageFilter filter = new MessageFilter(
                actor.scope(stationGroup),
                station(station),
                QueryWords.text(action),
                QueryWords.time("from", from),
                QueryWords.time("to", to),
                direction(direction));
        return log.page(filter, Limit.of(limit), Cursor.of(cursor));
    }

    @GET
    @LongestAnswer(LongestAnswer.FOREVER)
    @Permission(READ)
    @Path("/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamMessages",
            summary = "Streams messages as they come and go",
            description = "Server-sent events: `message` with the same JSON as in the list but without an id; `missed`"
                    + " with a number when the reader was too slow for some. A reader that reads nothing for 30 seconds is"
                    + " cut off. Within two seconds after its key was revoked, its session has ended or its permission was taken"
                    + " away, or the groups of stations that it sees have changed, comes `end`, and the stream is closed."
                    + " Whoever reads may have five streams open at once.")
    @APIResponse(
            responseCode = "200",
            description = "The stream; it ends when either side closes it",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING, description = "Events, one after the other")))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(
            responseCode = "429",
            description = "Five streams of the reader are open, or a quarter of all of its tenant")
    @APIResponse(responseCode = "503", description = "Too many streams are open")
    public void live(
            @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable String station,
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @Parameter(description = "Action of the CALL; finds its answers too") @QueryParam("action") @Nullable
                    String action,
            @Parameter(
                            description = "in: from the station; out: to it",
                            schema = @Schema(implementation = Direction.class))
                    @QueryParam("direction")
                    @Nullable
                    String direction,
            @Context SseEventSink sink,
            @Context Sse sse) {
        MessageFilter filter = new MessageFilter(
                actor.scope(stationGroup), station(station), QueryWords.text(action), null, null, direction(direction));
        HttpConnection connection = request.getCurrent().request().connection();
        live.stream(filter, new StillAllowed(access, actor.principal(), READ), sink, sse, connection::close);
    }

    private @Nullable Long station(@Nullable String identity) {
        if (identity == null || identity.isBlank()) {
            return null;
        }
        return log.station(actor.scope(), identity.strip())
                .orElseThrow(() -> Refused.notFound(
                        "There is no station '" + identity + "'. GET /api/v1/stations lists those that there are."));
    }

    private static @Nullable Direction direction(@Nullable String parameter) {
        if (parameter == null || parameter.isBlank()) {
            return null;
        }
        return switch (parameter.strip()) {
            case "in" -> Direction.IN;
            case "out" -> Direction.OUT;
            default -> throw Refused.invalid("direction", "direction is '" + parameter + "'; allowed are in and out.");
        };
    }
}
