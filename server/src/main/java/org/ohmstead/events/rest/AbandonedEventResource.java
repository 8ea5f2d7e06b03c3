package org.ohmstead.events.rest;

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
import org.ohmstead.api.QueryWords;
import org.ohmstead.events.EventRelay;

/** REST: events that listeners never took. */
@Path("/api/v1/abandoned-events")
@Tag(name = "Server")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AbandonedEventResource {
    private final EventRelay relay;
    private final CurrentActor actor;

    @Inject
    public AbandonedEventResource(EventRelay relay, CurrentActor actor) {
        this.relay = relay;
        this.actor = actor;
    }

    @GET
    @Permission("event.read")
    @Operation(
            operationId = "listAbandonedEvents",
            summary = "Lists the events that a listener failed to take so often that they were given up",
            description =
                    "They are kept for event-retention (7 days) from then on. A listener is a part of the server that"
                            + " events are told to, such as webhooks; /health says how each gets on.")
    @APIResponse(
            responseCode = "200",
            description =
                    "A page of them, by listener, and of each the oldest event first; it may have fewer than limit even if"
                            + " others follow")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<AbandonedEventView> list(
            @Parameter(description = "Only those of this one, by its name in /health") @QueryParam("listener") @Nullable
                    String listener,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return relay.abandonedEvents(
                        actor.wholeTenant("The list of abandoned events"),
                        QueryWords.text(listener),
                        Limit.of(limit),
                        Cursor.of(cursor))
                .map(AbandonedEventView::of);
    }
}
