package org.ohmstead.securityevents;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.ohmstead.notices.NoticeFilter;

/** Security events of all stations. */
@Path("/api/v1/security-events")
@Tag(name = "Reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SecurityEventResource {
    private final SecurityEvents events;
    private final CurrentActor actor;

    @Inject
    public SecurityEventResource(SecurityEvents events, CurrentActor actor) {
        this.events = events;
        this.actor = actor;
    }

    @GET
    @Permission("security-event.read")
    @Operation(
            summary = "Lists the security events of all stations, the newest first",
            description =
                    "Those of the same station, type and text within a day are one item, with how many there were.")
    @APIResponse(responseCode = "200", description = "A page of them, the newest first arrival first")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<SecurityEventView> list(
            @Parameter(description = "Such as TamperDetectionActivated; as the station writes it")
                    @QueryParam("type")
                    @Nullable
                    String type,
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @Parameter(description = "Came then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Came before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return events.page(
                        actor.scope(stationGroup), NoticeFilter.of(type, from, to), Limit.of(limit), Cursor.of(cursor))
                .map(SecurityEventView::of);
    }
}
