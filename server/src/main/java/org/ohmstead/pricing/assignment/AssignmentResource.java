package org.ohmstead.pricing.assignment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
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
import java.net.URI;
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
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** REST: for whom and where tariffs are. */
@Path("/api/v1/tariff-assignments")
@Tag(name = "Tariffs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AssignmentResource {
    private final Assignments assignments;
    private final Targets targets;
    private final CurrentActor actor;

    @Inject
    public AssignmentResource(Assignments assignments, Targets targets, CurrentActor actor) {
        this.assignments = assignments;
        this.targets = targets;
        this.actor = actor;
    }

    @GET
    @Permission("tariff.read")
    @Operation(
            operationId = "listTariffAssignments",
            summary = "Lists assignments of tariffs, the newest first",
            description = "Those that have ended are shown with ended=true, too.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<AssignmentView> list(
            @Parameter(description = "Number of a tariff") @QueryParam("tariff") @Nullable String tariff,
            @Parameter(description = "Identity of a station: those that name it") @QueryParam("station") @Nullable
                    String station,
            @Parameter(description = "true: those that have ended, too. Default: false") @QueryParam("ended") @Nullable
                    String ended,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        SqlAssignmentStore.Filter filter = new SqlAssignmentStore.Filter(
                QueryWords.number("tariff", tariff),
                identity == null
                        ? null
                        : targets.station(actor.scope(), identity).id(),
                Boolean.TRUE.equals(QueryWords.flag("ended", ended)));
        return assignments
                .page(actor.scope(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(AssignmentView::of);
    }

    @POST
    @Permission("tariff.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createTariffAssignment",
            summary = "Says for whom and where a tariff is, for sessions that begin from now on",
            description = "Of several that hold, the one counts that says most closely for whom (a token, its group,"
                    + " anybody); of those where (an EVSE, a station, a group of stations, anywhere); of those at"
                    + " what type of connector; of those the newest. One whose tariff is not valid does not hold.")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location names it",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "409", description = "The same stands already, or the tariff is archived")
    public Response create(@Nullable AssignmentBody body) {
        if (body == null) {
            throw new Refused(Refused.Kind.MALFORMED, "No body", "The body is empty; send at least tariff.", null);
        }
        long tariff = body.checked();
        Assignment made = assignments.create(actor.get(), tariff, targets.of(actor.scope(), body));
        return Response.created(URI.create("/api/v1/tariff-assignments/" + made.id()))
                .entity(AssignmentView.of(made))
                .build();
    }

    @GET
    @Path("/{id}")
    @Permission("tariff.read")
    @Operation(operationId = "getTariffAssignment", summary = "Shows an assignment of a tariff")
    @APIResponse(responseCode = "200", description = "The assignment")
    @APIResponse(responseCode = "404", description = "There is none")
    public AssignmentView get(@PathParam("id") String id) {
        return AssignmentView.of(assignments.get(actor.scope(), PathNumber.of("assignment", id)));
    }

    @DELETE
    @Path("/{id}")
    @Permission("tariff.write")
    @Operation(
            operationId = "endTariffAssignment",
            summary = "Ends an assignment of a tariff for sessions that begin from now on",
            description = "It stays in the list of those that have ended. Sessions that have begun keep their tariff.")
    @APIResponse(responseCode = "204", description = "It has ended")
    @APIResponse(responseCode = "404", description = "There is none")
    public void end(@PathParam("id") String id) {
        assignments.end(actor.get(), PathNumber.of("assignment", id));
    }
}
