package org.ohmstead.charging.lists;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.CsvTable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.lifecycle.SessionClosing;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.SessionView;
import org.ohmstead.db.Scope;

/** Charging sessions, with what they rest on. */
@Path("/api/v1/sessions")
@Tag(name = "Sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionResource {
    private static final int LONGEST_REASON = 500;

    private final SessionLists lists;
    private final SqlEvidencePages trails;
    private final SessionClosing closing;
    private final CurrentActor actor;

    @Inject
    public SessionResource(SessionLists lists, SqlEvidencePages trails, SessionClosing closing, CurrentActor actor) {
        this.lists = lists;
        this.trails = trails;
        this.closing = closing;
        this.actor = actor;
    }

    /** @param reason why it is closed, for the trail of evidence; 1 to 500 characters */
    public record CloseBody(
            @Schema(required = true, minLength = 1, maxLength = LONGEST_REASON) @Nullable
            String reason) {}

    @GET
    @Permission("session.read")
    @Operation(
            summary = "Lists sessions, the newest start first",
            description =
                    "With endedFrom or endedTo the newest end first. As text/csv the whole list, whatever its length: UTF-8 with"
                            + " a byte order mark, one header line, times in UTC, a point in decimals.")
    @APIResponse(responseCode = "200", description = "A page of sessions; as text/csv all of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<SessionView> list(
            @BeanParam SessionQuery query,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Scope scope = actor.scope(query.stationGroup());
        return lists.sessions(scope, lists.filter(scope, query), Limit.of(limit), Cursor.of(cursor));
    }

    @GET
    @Permission("session.read")
    @Produces(CsvTable.LAST_CHOICE)
    @Operation(hidden = true) // the same operation in another form
    public Response table(@BeanParam SessionQuery query) {
        Scope scope = actor.scope(query.stationGroup());
        return lists.table(scope, lists.filter(scope, query)).answer("sessions");
    }

    @GET
    @Permission("session.read")
    @Path("/{id}")
    @Operation(
            summary = "Shows a session",
            description = "While it is open also, as latest, what its meter showed last, with currents and voltage.")
    @APIResponse(responseCode = "200", description = "The session")
    @APIResponse(responseCode = "404", description = "There is none")
    public SessionView get(@PathParam("id") String id) {
        return lists.shown(actor.scope(), id);
    }

    @GET
    @Permission("session.read")
    @Path("/{id}/readings")
    @Operation(
            summary = "Lists the meter readings of a session, the newest arrival first",
            description = "As text/csv all of them at once.")
    @APIResponse(responseCode = "200", description = "A page of readings; as text/csv all of them")
    @APIResponse(responseCode = "404", description = "There is no such session")
    public Page<ReadingView> readings(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        long session = session(id).id();
        return lists.readings(actor.scope(), session, Limit.of(limit), Cursor.of(cursor));
    }

    @GET
    @Permission("session.read")
    @Path("/{id}/readings")
    @Produces(CsvTable.LAST_CHOICE)
    @Operation(hidden = true) // the same operation in another form
    public Response readingsTable(@PathParam("id") String id) {
        long session = session(id).id();
        return lists.readingsTable(actor.scope(), session).answer("session-" + session + "-readings");
    }

    @GET
    @Permission("session.read")
    @Path("/{id}/evidence")
    @Operation(
            summary = "Shows what a session rests on, in the order in which it came",
            description = "Each message that touched it, what was derived from it, and what was suspect about it.")
    @APIResponse(responseCode = "200", description = "A page of its trail")
    @APIResponse(responseCode = "404", description = "There is no such session")
    public Page<EvidenceView> evidence(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return trails.page(session(id), Limit.of(limit), Cursor.of(cursor));
    }

    @POST
    @Permission("session.close")
    @Path("/{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "closeSession",
            summary = "Closes an open session whose stop will not come",
            description =
                    "By what its meter showed last. Nothing is sent to the station; a late stop still completes it.")
    @APIResponse(responseCode = "200", description = "The session, closed")
    @APIResponse(responseCode = "400", description = "The reason is missing or too long")
    @APIResponse(responseCode = "404", description = "There is no such session")
    @APIResponse(responseCode = "409", description = "It has ended already")
    public SessionView close(@PathParam("id") String id, @Nullable CloseBody body) {
        String reason =
                body == null || body.reason() == null ? "" : body.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Refused.invalid(
                    "reason",
                    "reason has " + reason.length() + " characters; allowed are 1 to " + LONGEST_REASON
                            + ". Say why the session is closed.");
        }
        ChargingSession session = session(id);
        return view(closing.close(actor.get(), session.origin().station(), session.id(), reason));
    }

    private SessionView view(ChargingSession session) {
        return lists.view(session);
    }

    private ChargingSession session(String id) {
        return lists.session(actor.scope(), id);
    }
}
