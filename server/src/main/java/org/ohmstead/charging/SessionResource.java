package org.ohmstead.charging;

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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Problem;
import org.ohmstead.api.QueryWords;
import org.ohmstead.tenants.CurrentTenant;

/** Charging sessions, with what they rest on. */
@Path("/api/v1/sessions")
@Tag(name = "Sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionResource {
    private static final int LONGEST_REASON = 500;

    private final SqlSessionPages pages;
    private final SqlEvidencePages trails;
    private final SessionClosing closing;
    private final ChargingSettings settings;
    private final CurrentTenant tenant;
    private final Clock clock;

    @Inject
    public SessionResource(
            SqlSessionPages pages,
            SqlEvidencePages trails,
            SessionClosing closing,
            ChargingSettings settings,
            CurrentTenant tenant,
            Clock clock) {
        this.pages = pages;
        this.trails = trails;
        this.closing = closing;
        this.settings = settings;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** @param reason why it is closed, for the trail of evidence; 1 to 500 characters */
    public record CloseBody(
            @Schema(required = true, minLength = 1, maxLength = LONGEST_REASON) @Nullable
            String reason) {}

    @GET
    @Operation(summary = "Lists sessions, the newest start first")
    @APIResponse(responseCode = "200", description = "A page of sessions")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<SessionView> list(
            @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable String station,
            @Parameter(description = "Value of the token") @QueryParam("token") @Nullable String token,
            @Parameter(schema = @Schema(implementation = SessionState.class)) @QueryParam("state") @Nullable String state,
            @Parameter(schema = @Schema(implementation = SessionVerdict.class)) @QueryParam("verdict") @Nullable String verdict,
            @Parameter(description = "Counted within its station, so station has to be given too")
                    @QueryParam("evse")
                    @Nullable
                    String evse,
            @Parameter(description = "Started then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Started before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        SessionFilter filter = new SessionFilter(
                QueryWords.text(station),
                QueryWords.text(token),
                QueryWords.word("state", SessionState.class, state),
                QueryWords.word("verdict", SessionVerdict.class, verdict),
                QueryWords.evse(evse),
                QueryWords.time("from", from),
                QueryWords.time("to", to));
        if (filter.evse() != null && filter.station() == null) {
            throw Problem.invalid(
                    "station", "station is missing; an EVSE is counted within its station. Give its identity too.");
        }
        return pages.sessions(tenant.id(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(this::view);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a session")
    @APIResponse(responseCode = "200", description = "The session")
    @APIResponse(responseCode = "404", description = "There is none")
    public SessionView get(@PathParam("id") String id) {
        return view(session(id));
    }

    @GET
    @Path("/{id}/readings")
    @Operation(summary = "Lists the meter readings of a session, the newest arrival first")
    @APIResponse(responseCode = "200", description = "A page of readings")
    @APIResponse(responseCode = "404", description = "There is no such session")
    public Page<ReadingView> readings(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        ReadingFilter filter = ReadingFilter.of(session(id).id());
        return pages.readings(tenant.id(), filter, Limit.of(limit), Cursor.of(cursor));
    }

    @GET
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
            throw Problem.invalid(
                    "reason",
                    "reason has " + reason.length() + " characters; allowed are 1 to " + LONGEST_REASON
                            + ". Say why the session is closed.");
        }
        ChargingSession session = session(id);
        return view(closing.close(session.origin().station(), session.id(), reason));
    }

    private SessionView view(ChargingSession session) {
        return SessionView.of(session, session.isStale(clock.instant(), settings.staleAfter()));
    }

    private ChargingSession session(String id) {
        try {
            return pages.session(tenant.id(), Long.parseLong(id))
                    .orElseThrow(() -> Problem.notFound("There is no session " + id + "."));
        } catch (NumberFormatException e) {
            throw Problem.notFound("There is no session '" + id + "'; an id is a whole number.");
        }
    }
}
