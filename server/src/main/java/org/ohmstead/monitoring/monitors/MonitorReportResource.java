package org.ohmstead.monitoring.monitors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** Asks a station for its monitors. */
@Path("/api/v1/stations/{station}")
@Tag(name = "Monitoring")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MonitorReportResource {
    private static final Set<String> CRITERIA = Set.of("ThresholdMonitoring", "DeltaMonitoring", "PeriodicMonitoring");
    private static final int LONGEST_NAME = 50;

    private final Monitors monitors;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public MonitorReportResource(Monitors monitors, Stations stations, CurrentActor actor) {
        this.monitors = monitors;
        this.stations = stations;
        this.actor = actor;
    }

    /** Which monitors it is asked for. */
    @Schema(name = "MonitorsAsked")
    public record Asked(
            @Schema(
                    description =
                            "Kinds of monitors: ThresholdMonitoring, DeltaMonitoring, PeriodicMonitoring. Absent: all",
                    examples = "[\"ThresholdMonitoring\"]")
            @Nullable
            List<String> criteria,

            @Schema(description = "Components, by name; those of all EVSEs. Absent: all", examples = "[\"Connector\"]")
            @Nullable
            List<String> components) {}

    @POST
    @Path("/monitors/refresh")
    @Permission("monitor.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "refreshMonitors",
            summary = "Asks a station for its monitors (GetMonitoringReport)",
            description =
                    "It tells them in the messages that follow. When the last has come, the list of monitors has what"
                            + " it told; where all were asked for, those it does not tell of are gone. GET"
                            + " .../monitor-reports shows how far it is.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said: Accepted, EmptyResultSet (there are none), Rejected or NotSupported",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not answered yet; the command goes on",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response refresh(
            @PathParam("station") String identity, @BeanParam SendOptions options, @Nullable Asked asked) {
        return VerbView.answer(monitors.report(actor.get(), identity, payload(asked), options));
    }

    private static ObjectNode payload(@Nullable Asked asked) {
        ObjectNode payload = Words.newPayload();
        if (asked != null && asked.criteria() != null && !asked.criteria().isEmpty()) {
            ArrayNode criteria = payload.putArray("monitoringCriteria");
            for (String one : asked.criteria()) {
                if (one == null || !CRITERIA.contains(one)) {
                    throw Refused.invalid(
                            "criteria",
                            "criteria has '" + one
                                    + "'; allowed are ThresholdMonitoring, DeltaMonitoring and PeriodicMonitoring.");
                }
                criteria.add(one);
            }
        }
        if (asked != null && asked.components() != null && !asked.components().isEmpty()) {
            ArrayNode variables = payload.putArray("componentVariable");
            for (String one : asked.components()) {
                if (one == null || one.isBlank() || one.length() > LONGEST_NAME) {
                    throw Refused.invalid(
                            "components",
                            "components has '" + one + "'; allowed are names of 1 to " + LONGEST_NAME + " characters.");
                }
                variables.addObject().putObject("component").put("name", one);
            }
        }
        return payload;
    }

    @GET
    @Path("/monitor-reports")
    @Permission("monitor.read")
    @Operation(
            operationId = "listMonitorReports",
            summary = "Lists when a station was asked for its monitors, and what came of it")
    @APIResponse(responseCode = "200", description = "A page of them, the newest first")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<MonitorReport> reports(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return monitors.reports(
                StationPaths.find(stations, actor.scope(), identity).ref(), Limit.of(limit), Cursor.of(cursor));
    }
}
