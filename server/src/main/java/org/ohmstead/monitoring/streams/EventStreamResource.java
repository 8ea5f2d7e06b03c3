package org.ohmstead.monitoring.streams;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** The streams of a station. */
@Path("/api/v1/stations/{station}/event-streams")
@Tag(name = "Monitoring")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class EventStreamResource {
    private final EventStreams streams;
    private final Verbs verbs;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public EventStreamResource(EventStreams streams, Verbs verbs, Stations stations, CurrentActor actor) {
        this.streams = streams;
        this.verbs = verbs;
        this.stations = stations;
        this.actor = actor;
    }

    /** Another pace. */
    @Schema(name = "EventStreamPace")
    public record PaceBody(
            @Schema(minimum = "1", description = "Seconds between messages", examples = "60") @Nullable
            Integer interval,

            @Schema(minimum = "1", description = "How many values are gathered for a message", examples = "10")
            @Nullable
            Integer values) {}

    @GET
    @Permission("monitor.read")
    @Operation(
            operationId = "listEventStreams",
            summary = "Lists the streams of values that a station has opened (OCPP 2.1)",
            description =
                    "A station opens one for a monitor of type Periodic that was set with a stream. It ends with its"
                            + " monitor, and when the station boots; what came stays as long as stream-retention of the"
                            + " settings says.")
    @APIResponse(responseCode = "200", description = "A page of them, the last opened first")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<EventStreamView> list(
            @PathParam("station") String identity,
            @Parameter(description = "true: those that are open; false: those that have ended. Absent: both")
                    @QueryParam("open")
                    @Nullable
                    String open,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return streams.page(station(identity), QueryWords.flag("open", open), Limit.of(limit), Cursor.of(cursor))
                .map(EventStreamView::of);
    }

    @PATCH
    @Path("/{id}")
    @Permission("monitor.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "adjustEventStream",
            summary = "Lets the values of a stream come at another pace (AdjustPeriodicEventStream)",
            description = "What is left out is not limited any more; at least one of the two is needed.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said: Accepted or Rejected",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not answered yet; the command goes on",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station or stream")
    @APIResponse(
            responseCode = "409",
            description = "The stream has ended, or the station's registration does not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response adjust(
            @PathParam("station") String identity,
            @PathParam("id") String id,
            @BeanParam SendOptions options,
            @Nullable PaceBody body) {
        EventStream stream = streams.get(station(identity), PathNumber.of("stream", id));
        if (stream.closedAt() != null) {
            throw Refused.conflict(
                    null,
                    "Stream " + id + " has ended (" + stream.closedBy()
                            + "). A station opens one by itself for a monitor that is set with a stream.");
        }
        Integer interval = body == null ? null : body.interval();
        Integer values = body == null ? null : body.values();
        if ((interval == null && values == null)
                || (interval != null && interval < 1)
                || (values != null && values < 1)) {
            throw Refused.invalid(
                    interval == null || interval < 1 ? "interval" : "values",
                    "interval is " + interval + " and values " + values
                            + "; at least one of the two is needed, and each is 1 or more.");
        }
        EventStream.Pace pace = new EventStream.Pace(
                interval == null ? null : interval.longValue(), values == null ? null : values.longValue());
        return VerbView.answer(
                verbs.tell(actor.get(), identity, StreamCommands.adjust(stream.number(), pace), options));
    }

    @POST
    @Path("/refresh")
    @Permission("monitor.write")
    @LongestAnswer(6)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "refreshEventStreams",
            summary = "Asks a station which streams it has open (GetPeriodicEventStream)",
            description = "The list is then as it answers. Stations of other versions than 2.1 have none.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not answered yet; the command goes on",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response refresh(@PathParam("station") String identity, @BeanParam SendOptions options) {
        return VerbView.answer(
                verbs.tell(actor.get(), identity, Verb.of(StreamCommands.LIST, Words.newPayload()), options));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
