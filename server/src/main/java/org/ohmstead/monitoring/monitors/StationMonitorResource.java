package org.ohmstead.monitoring.monitors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** The monitors of a station. */
@Path("/api/v1/stations/{station}/monitors")
@Tag(name = "Monitoring")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationMonitorResource {
    private static final String NUMBER = "Given by the station";

    private final Monitors monitors;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StationMonitorResource(Monitors monitors, Stations stations, CurrentActor actor) {
        this.monitors = monitors;
        this.stations = stations;
        this.actor = actor;
    }

    /** Monitors that are to be set. */
    @Schema(name = "MonitorsToSet")
    public record ToSet(
            @Schema(required = true, minItems = 1, maxItems = Monitors.MOST) @Nullable
            List<MonitorBody> monitors) {}

    /** Monitors that are to be removed. */
    @Schema(name = "MonitorsToClear")
    public record ToClear(
            @Schema(required = true, minItems = 1, maxItems = Monitors.MOST, description = "Their numbers") @Nullable
            List<Long> ids) {}

    @GET
    @Permission("monitor.read")
    @Operation(
            operationId = "listMonitors",
            summary = "Lists the monitors of a station",
            description =
                    "As the station last told of them, by what it answered and reported; POST .../refresh asks it for"
                            + " all.")
    @APIResponse(responseCode = "200", description = "A page of them, in the order of their numbers")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<MonitorView> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return monitors.page(station(identity), Limit.of(limit), Cursor.of(cursor))
                .map(MonitorView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("monitor.read")
    @Operation(operationId = "getMonitor", summary = "Shows a monitor of a station")
    @APIResponse(responseCode = "200", description = "The monitor")
    @APIResponse(
            responseCode = "404",
            description = "There is no such station, or none of its monitors is known by that number")
    public MonitorView get(
            @PathParam("station") String identity, @Parameter(description = NUMBER) @PathParam("id") String id) {
        return MonitorView.of(monitors.get(station(identity), PathNumber.of("monitor", id)));
    }

    @POST
    @Permission("monitor.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "setMonitors",
            summary = "Sets monitors of a station (SetVariableMonitoring)",
            description = "They go in several messages where the station takes fewer in each"
                    + " (MonitoringCtrlr.ItemsPerMessage, if it has told it). Stations of OCPP 1.6 have no"
                    + " monitors.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said to each",
            content = @Content(schema = @Schema(implementation = MonitorsAnswered.class)))
    @APIResponse(
            responseCode = "202",
            description = "Not all has been answered yet; the commands go on",
            content = @Content(schema = @Schema(implementation = MonitorsAnswered.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration or its limits do not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response set(@PathParam("station") String identity, @BeanParam SendOptions options, @Nullable ToSet body) {
        StationRef station = station(identity);
        List<MonitorBody> wanted = some("monitors", body == null ? null : body.monitors());
        List<ObjectNode> payloads = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            payloads.add(wanted.get(i).payload("monitors[" + i + "]"));
        }
        List<VerbResult> results = monitors.set(actor.get(), station.identity(), payloads, options);
        return MonitorsAnswered.set(results).answer(results);
    }

    @POST
    @Path("/clear")
    @Permission("monitor.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "clearMonitors",
            summary = "Removes monitors of a station (ClearVariableMonitoring)",
            description = "Those that the station has by itself stay: it answers Rejected.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said to each",
            content = @Content(schema = @Schema(implementation = MonitorsAnswered.class)))
    @APIResponse(
            responseCode = "202",
            description = "Not all has been answered yet; the commands go on",
            content = @Content(schema = @Schema(implementation = MonitorsAnswered.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration or its limits do not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response clear(
            @PathParam("station") String identity, @BeanParam SendOptions options, @Nullable ToClear body) {
        StationRef station = station(identity);
        return cleared(station.identity(), some("ids", body == null ? null : body.ids()), options);
    }

    @DELETE
    @Path("/{id}")
    @Permission("monitor.write")
    @LongestAnswer(6)
    @Operation(operationId = "clearMonitor", summary = "Removes a monitor of a station (ClearVariableMonitoring)")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = MonitorsAnswered.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not answered yet; the command goes on",
            content = @Content(schema = @Schema(implementation = MonitorsAnswered.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity, or the id is no number")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response clearOne(
            @PathParam("station") String identity,
            @Parameter(description = NUMBER) @PathParam("id") String id,
            @BeanParam SendOptions options) {
        return cleared(identity, List.of(PathNumber.of("monitor", id)), options);
    }

    private Response cleared(String identity, List<Long> ids, SendOptions options) {
        List<VerbResult> results = monitors.clear(
                actor.get(),
                identity,
                ids.stream().map(JsonNodeFactory.instance::numberNode).toList(),
                options);
        return MonitorsAnswered.cleared(results).answer(results);
    }

    private static <T> List<T> some(String field, @Nullable List<T> list) {
        if (list == null
                || list.isEmpty()
                || list.size() > Monitors.MOST
                || list.stream().anyMatch(Objects::isNull)) {
            throw Refused.invalid(
                    field,
                    field + " has " + (list == null ? 0 : list.size()) + " entries; allowed are 1 to " + Monitors.MOST
                            + ", and none that is null.");
        }
        return list;
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
