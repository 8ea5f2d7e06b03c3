package org.ohmstead.doctor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.oddities.Oddities;

/** Who does not get in and why, and what is odd about those that do. */
@Path("/api/v1")
@Tag(name = "Connections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ConnectionProblemResource {
    private static final String NONE = "There is no such problem, or it has grown too old";

    private final ConnectionProblems problems;
    private final Oddities oddities;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public ConnectionProblemResource(
            ConnectionProblems problems, Oddities oddities, Stations stations, CurrentActor actor) {
        this.problems = problems;
        this.oddities = oddities;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Path("/connection-problems")
    @Permission("station.read")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "listConnectionProblems",
            summary = "Lists who does not get in, with the reason in words and what to do about it",
            description =
                    "Refused handshakes, put together by identity (by address where none was named) and reason: how often, since"
                            + " when, whether it goes on or is solved, what to change at the station, and what can be done"
                            + " here; the newest first. Single attempts are in GET /api/v1/connection-attempts.")
    @APIResponse(responseCode = "200", description = "A page of problems")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<ConnectionProblemView> list(
            @Parameter(description = "Only of this identity, registered or not; default: all")
                    @QueryParam("station")
                    @Nullable
                    String station,
            @Parameter(description = "Only what was so since then; default: the last 24 hours")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return problems.page(
                actor.scope(stationGroup),
                QueryWords.text(station),
                QueryWords.time("from", from),
                Limit.of(limit),
                Cursor.of(cursor));
    }

    @GET
    @Path("/connection-problems/{id}")
    @Permission("station.read")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "getConnectionProblem",
            summary = "Shows a connection problem, with all that is kept of it")
    @APIResponse(responseCode = "200", description = "The problem")
    @APIResponse(responseCode = "404", description = NONE)
    public ConnectionProblemView get(@PathParam("id") String id) {
        return problems.get(actor.scope(), PathNumber.of("connection problem", id));
    }

    @POST
    @Path("/connection-problems/{id}/resolve")
    @Permission("station.write")
    @Operation(
            operationId = "resolveConnectionProblem",
            summary = "Accepts or corrects what keeps a station from connecting",
            description =
                    "With one of the problem's actions: create_station registers the station, accepted, so that it gets in when"
                            + " it tries again. What is not safe to correct from here has no action.")
    @APIResponse(responseCode = "200", description = "The problem as it is now")
    @APIResponse(responseCode = "400", description = "There is no such action; the problem names those there are")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "The action does not solve this problem, or it is solved already")
    public ConnectionProblemView resolve(@PathParam("id") String id, @Nullable ResolveBody body) {
        return problems.resolve(
                actor.get(), PathNumber.of("connection problem", id), body == null ? null : body.action());
    }

    @GET
    @Path("/connection-oddities")
    @Permission("station.read")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "listConnectionOddities",
            summary = "Lists what is odd about handshakes that succeed",
            description =
                    "Such as an identity in other upper and lower case, or no subprotocol: each is served, and told here because it"
                            + " may trouble others. In the order of stations. How messages differ from the specification is in"
                            + " GET /api/v1/stations/{station}/deviations.")
    @APIResponse(responseCode = "200", description = "A page of oddities")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<OddityView> oddities(
            @Parameter(description = "Only of this station; default: all") @QueryParam("station") @Nullable
                    String station,
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        StationRef ref = identity == null
                ? null
                : StationPaths.find(stations, actor.scope(), identity).ref();
        return oddities.page(actor.scope(stationGroup), ref, Limit.of(limit), Cursor.of(cursor))
                .map(OddityView::of);
    }
}
