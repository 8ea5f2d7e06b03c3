package org.ohmstead.reports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.reports.devicemodel.ReportView;
import org.ohmstead.reports.devicemodel.Reports;
import org.ohmstead.reports.maintenance.JobStatusView;
import org.ohmstead.reports.maintenance.JobStatuses;
import org.ohmstead.reports.monitoring.StationEvent;
import org.ohmstead.reports.monitoring.StationEvents;
import org.ohmstead.reports.pages.NoticeFilter;
import org.ohmstead.reports.securityevents.SecurityEventView;
import org.ohmstead.reports.securityevents.SecurityEvents;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** What one station has reported beside charging. */
@Path("/api/v1/stations/{station}")
@Tag(name = "Reports")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "200", description = "A page of them, the newest arrival first")
@APIResponse(responseCode = "404", description = "There is no station of this identity")
@RunOnVirtualThread
public class StationNoticeResource {
    private final Stations stations;
    private final SecurityEvents security;
    private final StationEvents events;
    private final JobStatuses jobs;
    private final Reports reports;
    private final CurrentActor actor;

    @Inject
    public StationNoticeResource(
            Stations stations,
            SecurityEvents security,
            StationEvents events,
            JobStatuses jobs,
            Reports reports,
            CurrentActor actor) {
        this.stations = stations;
        this.security = security;
        this.events = events;
        this.jobs = jobs;
        this.reports = reports;
        this.actor = actor;
    }

    @GET
    @Path("/security-events")
    @Operation(summary = "Lists its security events")
    public Page<SecurityEventView> securityEvents(
            @PathParam("station") String identity,
            @Parameter(description = "Such as TamperDetectionActivated; as the station writes it")
                    @QueryParam("type")
                    @Nullable
                    String type,
            @Parameter(description = "Came then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Came before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return security.page(find(identity), NoticeFilter.of(type, from, to), Limit.of(limit), Cursor.of(cursor))
                .map(SecurityEventView::of);
    }

    @GET
    @Path("/events")
    @Operation(
            summary = "Lists what its monitors noticed (OCPP 2.x NotifyEvent)",
            description =
                    "data holds the event as the station sent it: component, variable, actualValue, trigger and the rest.")
    public Page<StationEvent.Kept> events(
            @PathParam("station") String identity,
            @Parameter(description = "Came then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Came before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return events.page(find(identity), NoticeFilter.of(null, from, to), Limit.of(limit), Cursor.of(cursor));
    }

    @GET
    @Path("/job-statuses")
    @Operation(summary = "Lists the steps of its jobs: firmware, diagnostics, log, publish_firmware")
    public Page<JobStatusView> jobStatuses(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return jobs.page(find(identity), Limit.of(limit), Cursor.of(cursor)).map(JobStatusView::of);
    }

    @GET
    @Path("/reports")
    @Operation(summary = "Lists the reports that it sent in pages; completedAt is null while pages are missing")
    public Page<ReportView> reports(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reports.page(find(identity), Limit.of(limit), Cursor.of(cursor)).map(ReportView::of);
    }

    private StationRef find(String identity) {
        return stations.find(actor.scope(), identity)
                .map(Station::ref)
                .orElseThrow(() ->
                        Refused.notFound("There is no station '" + identity + "'. GET /api/v1/stations lists them."));
    }
}
