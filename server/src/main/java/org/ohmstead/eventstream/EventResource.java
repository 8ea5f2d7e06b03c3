package org.ohmstead.eventstream;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpConnection;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.Set;
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

/** REST: the events of an organisation. */
@Path("/api/v1/events")
@Tag(name = "Events", description = "What has happened, and what happens")
@RunOnVirtualThread
public class EventResource {
    private static final String READ = "station.read";
    private static final String METERS = "session.read";
    private static final String LAST_ID = "Last-Event-ID";

    private final EventHistory history;
    private final LiveEvents live;
    private final EventFilters filters;
    private final CurrentActor actor;
    private final LiveAccess access;
    private final CurrentVertxRequest request;

    @Inject
    public EventResource(
            EventHistory history,
            LiveEvents live,
            EventFilters filters,
            CurrentActor actor,
            LiveAccess access,
            CurrentVertxRequest request) {
        this.history = history;
        this.live = live;
        this.filters = filters;
        this.actor = actor;
        this.access = access;
        this.request = request;
    }

    @GET
    @Permission(READ)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listEvents",
            summary = "Lists what has happened, the newest first",
            description =
                    "As far back as events are kept: event-history (a day) and a million of all organisations at most. What a"
                            + " caller may read decides which kinds it sees, such as session. with session.read; of no station"
                            + " in particular only who sees all stations. What is rare is looked for in portions: a page may"
                            + " hold less than its limit, or nothing, and there is more as long as it has a next.")
    @APIResponse(responseCode = "200", description = "A page of events")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<EventView> list(
            @Parameter(description = KIND, example = "session.,connector.changed") @QueryParam("kind") @Nullable
                    String kind,
            @QueryParam("station") @Nullable String station,
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @Parameter(description = "Stored at this time or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Stored before this time") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Instant since = QueryWords.time("from", from);
        Instant until = QueryWords.time("to", to);
        QueryWords.period("from", since, "to", until);
        EventFilter filter = filters.of(actor.principal(), actor.scope(stationGroup), kind, station);
        return history.page(filter, since, until, Limit.of(limit), Cursor.of(cursor));
    }

    private static final String KIND =
            "Only these: kinds, or beginnings of kinds with their full stop, with commas between them";

    @GET
    @LongestAnswer(LongestAnswer.FOREVER)
    @Permission(READ)
    @Path("/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamEvents",
            summary = "Streams events as they come",
            description =
                    "Server-sent events, named by their kind, with the same JSON as in the list and the number of the event as id."
                            + " Whoever comes back with the last id (Last-Event-ID, as browsers do by themselves, or after) is"
                            + " told all that came since, each once; `missed` with the numbers from and to says that some of"
                            + " them are no longer kept. Now and then an id comes alone, so that one who hears little need not"
                            + " begin far back. With meter=true comes `session.meter`, without an id, with what the meter of an"
                            + " open session shows, once a second at most for each (needs session.read); of stations that"
                            + " are connected to the same node. A reader that reads nothing for 30 seconds is cut off. Within two"
                            + " seconds after it may not read any more, or has lost one of its permissions, comes `end`, and"
                            + " the stream is closed. Whoever reads may have five streams open at once.")
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
            @Parameter(description = KIND, example = "session.,connector.changed") @QueryParam("kind") @Nullable
                    String kind,
            @QueryParam("station") @Nullable String station,
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @Parameter(description = "true: also what the meters of open sessions show") @QueryParam("meter") @Nullable
                    String meter,
            @Parameter(description = "Number of the last event that is known; the header Last-Event-ID goes before it")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Parameter(description = "The id of the last event that was received") @HeaderParam(LAST_ID) @Nullable
                    String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse) {
        EventFilter filter = filters.of(actor.principal(), actor.scope(stationGroup), kind, station);
        boolean meters = Boolean.TRUE.equals(QueryWords.flag("meter", meter));
        if (meters && !filter.permissions().allows(METERS)) {
            throw Refused.forbidden("meter", "meter is true, which needs the permission session.read. Leave it out.");
        }
        Long known = position(LAST_ID, lastEventId);
        LiveEvents.Wish wish = new LiveEvents.Wish(filter, known == null ? position("after", after) : known, meters);
        HttpConnection connection = request.getCurrent().request().connection();
        StillAllowed allowed = new StillAllowed(access, actor.principal(), filter.needed(Set.of(READ)));
        live.stream(wish, new LiveEvents.Way(sink, sse, allowed, connection::close));
    }

    private static @Nullable Long position(String name, @Nullable String text) {
        Long number = QueryWords.number(name, text);
        if (number != null && number < 0) {
            throw Refused.invalid(
                    name, name + " is " + number + "; allowed is the number of an event, or 0 for all that are kept.");
        }
        return number;
    }
}
