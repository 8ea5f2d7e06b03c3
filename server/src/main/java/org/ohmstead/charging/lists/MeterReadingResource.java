package org.ohmstead.charging.lists;

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

/** What the meters of stations showed, within sessions and outside of them. */
@Path("/api/v1/meter-readings")
@Tag(name = "Meter readings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MeterReadingResource {
    private final SqlSessionPages pages;
    private final CurrentActor actor;

    @Inject
    public MeterReadingResource(SqlSessionPages pages, CurrentActor actor) {
        this.pages = pages;
        this.actor = actor;
    }

    @GET
    @Permission("session.read")
    @Operation(
            summary = "Lists readings of a station or a session, the newest first",
            description =
                    "Those of a station in the order in which they were sampled, those of a session in that in which"
                            + " they came.")
    @APIResponse(responseCode = "200", description = "A page of readings")
    @APIResponse(
            responseCode = "400",
            description = "Neither station nor session is given, or a parameter is not allowed")
    public Page<ReadingView> list(
            @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable String station,
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @Parameter(description = "Number of a session") @QueryParam("session") @Nullable String session,
            @Parameter(description = "0 is the station's main meter") @QueryParam("evse") @Nullable String evse,
            @Parameter(description = "Sampled then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Sampled before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        ReadingFilter filter = ReadingFilter.of(station, session, evse, from, to);
        return pages.readings(actor.scope(stationGroup), filter, Limit.of(limit), Cursor.of(cursor));
    }
}
