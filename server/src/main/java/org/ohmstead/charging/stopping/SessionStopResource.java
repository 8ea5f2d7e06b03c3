package org.ohmstead.charging.stopping;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.charging.lists.SessionLists;

/** Stops a session over OCPP. */
@Path("/api/v1/sessions/{id}/stop")
@Tag(name = "Sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionStopResource {
    /** For the evidence. */
    static final String ASKED = "it was asked for";

    private final SessionLists lists;
    private final SessionStopping stopping;
    private final CurrentActor actor;

    @Inject
    public SessionStopResource(SessionLists lists, SessionStopping stopping, CurrentActor actor) {
        this.lists = lists;
        this.stopping = stopping;
        this.actor = actor;
    }

    @POST
    @LongestAnswer(6)
    @Permission("session.stop")
    @Operation(
            operationId = "stopSession",
            summary = "Tells its station to stop an open session, and waits for the answer",
            description =
                    "Sends RemoteStopTransaction (1.6) or RequestStopTransaction (2.x). The session is ended by the stop that the"
                            + " station sends then, and its evidence shows what was answered. A station that is not connected is"
                            + " not told later.")
    @APIResponse(responseCode = "200", description = "What became of it, whatever it is")
    @APIResponse(responseCode = "404", description = "There is no such session")
    @APIResponse(responseCode = "409", description = "It has ended already")
    public SessionStopView stop(@PathParam("id") String id) {
        return SessionStopView.of(
                stopping.stop(actor.get(), lists.session(actor.scope(), id).id(), ASKED));
    }
}
