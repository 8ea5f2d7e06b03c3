package org.ohmstead.monitoring.alerts;

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

/** What is wrong at all stations. */
@Path("/api/v1/station-alerts")
@Tag(name = "Monitoring", description = "What stations watch in themselves, and what they notice (OCPP 2.x)")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AlertListResource {
    static final String SEVERITY =
            "Those up to this number: 0 is danger to life, 9 debugging; also those of unknown severity";
    static final String OPEN = "true: those that are open; false: those that have ended. Absent: both";

    private final Alerts alerts;
    private final CurrentActor actor;

    @Inject
    public AlertListResource(Alerts alerts, CurrentActor actor) {
        this.alerts = alerts;
        this.actor = actor;
    }

    /** Why it is closed. */
    @Schema(name = "AlertClosing")
    public record Closing(
            @Schema(
                    description = "Why it is over although the station does not say so",
                    required = true,
                    maxLength = 200,
                    examples = "Lock replaced")
            @Nullable
            String reason) {}

    @GET
    @Permission("station-alert.read")
    @Operation(
            operationId = "listStationAlerts",
            summary = "Lists what is wrong at stations, and what was",
            description =
                    "An alert is raised by an event of a station's monitor whose bound is passed, or of a variable"
                            + " Problem that is true, with a severity up to alert-severity of the settings. It ends when"
                            + " the station says so, when its monitor is removed, or when somebody closes it.")
    @APIResponse(responseCode = "200", description = "A page of alerts, the newest first")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<StationAlertView> list(
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @Parameter(description = OPEN) @QueryParam("open") @Nullable String open,
            @Parameter(description = SEVERITY) @QueryParam("severity") @Nullable String severity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return alerts.page(
                        actor.scope(stationGroup),
                        AlertFilter.of(null, open, severity),
                        Limit.of(limit),
                        Cursor.of(cursor))
                .map(StationAlertView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("station-alert.read")
    @Operation(operationId = "getStationAlert", summary = "Shows an alert")
    @APIResponse(responseCode = "200", description = "The alert")
    @APIResponse(responseCode = "404", description = "There is none")
    public StationAlertView get(@PathParam("id") String id) {
        return StationAlertView.of(alerts.get(actor.scope(), PathNumber.of("alert", id)));
    }

    @POST
    @Path("/{id}/close")
    @Permission("station-alert.close")
    @Operation(
            operationId = "closeStationAlert",
            summary = "Ends an alert whose station does not say that it is over",
            description = "Where the station tells once more that it is so, a new alert is raised.")
    @APIResponse(responseCode = "200", description = "The alert as it stands now")
    @APIResponse(responseCode = "400", description = "The reason is missing or too long")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It has ended already")
    public StationAlertView close(@PathParam("id") String id, @Nullable Closing closing) {
        return StationAlertView.of(
                alerts.close(actor.get(), PathNumber.of("alert", id), closing == null ? null : closing.reason()));
    }
}
