package org.ohmstead.charging.lists;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.CsvTable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;

/** What an operator adds up on the first of each month. */
@Path("/api/v1/sessions/totals")
@Tag(name = "Sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionTotalsResource {
    private final SessionTotals totals;
    private final CurrentActor actor;

    @Inject
    public SessionTotalsResource(SessionTotals totals, CurrentActor actor) {
        this.totals = totals;
        this.actor = actor;
    }

    @GET
    @Permission("session.read")
    @Operation(
            operationId = "listSessionTotals",
            summary = "Adds up sessions and their energy per day or month, station and token",
            description =
                    "A session belongs to the period in which it ended; open ones are in none. Those that are incomplete or suspect"
                            + " stand apart. In the order of time, station and token. As text/csv all rows at once.")
    @APIResponse(responseCode = "200", description = "A page of sums; as text/csv all of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<SessionTotal> list(
            @BeanParam TotalsQuery query,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return totals.page(actor.scope(query.stationGroup()), query, Limit.of(limit), Cursor.of(cursor));
    }

    @GET
    @Permission("session.read")
    @Produces(CsvTable.LAST_CHOICE)
    @Operation(hidden = true) // the same operation in another form
    public Response table(@BeanParam TotalsQuery query) {
        return totals.table(actor.scope(query.stationGroup()), query).answer("session-totals");
    }
}
