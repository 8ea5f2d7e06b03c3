package org.ohmstead.billing.bills;

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
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.ledger.Holder;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** REST: bills. */
@Path("/api/v1/bills")
@Tag(name = "Bills")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BillResource {
    private final Bills bills;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public BillResource(Bills bills, Stations stations, CurrentActor actor) {
        this.bills = bills;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("bill.read")
    @Operation(
            operationId = "listBills",
            summary = "Lists bills and credits, the newest first",
            description =
                    "Each session with a price has one bill, however often its price is told. A price that changes"
                            + " later makes a credit of that bill and a new one; none is ever edited.")
    @APIResponse(responseCode = "200", description = "A page of bills")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<BillView> list(
            @QueryParam("station") @Nullable String station,
            @Parameter(description = "Number of the session") @QueryParam("session") @Nullable String session,
            @Parameter(description = "That this driver pays") @QueryParam("driver") @Nullable String driver,
            @Parameter(description = "That this company pays") @QueryParam("company") @Nullable String company,
            @Parameter(description = "That stand on this invoice") @QueryParam("invoice") @Nullable String invoice,
            @Parameter(description = "What has become of them", schema = @Schema(implementation = Bill.State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        Long place = identity == null
                ? null
                : StationPaths.find(stations, actor.scope(), identity).ref().id();
        BillFilter filter = new BillFilter(
                QueryWords.number("session", session),
                place,
                holder(driver, company),
                QueryWords.word("state", Bill.State.class, state),
                QueryWords.number("invoice", invoice));
        return bills.page(actor.scope(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(BillView::of);
    }

    private static @Nullable Holder holder(@Nullable String driver, @Nullable String company) {
        Long ofDriver = QueryWords.number("driver", driver);
        Long ofCompany = QueryWords.number("company", company);
        if (ofDriver != null && ofCompany != null) {
            throw Refused.invalid("company", "company and driver are both given; one of them pays a bill.");
        }
        return ofDriver != null ? Holder.driver(ofDriver) : ofCompany != null ? Holder.company(ofCompany) : null;
    }

    @GET
    @Path("/{id}")
    @Permission("bill.read")
    @Operation(operationId = "getBill", summary = "Shows a bill or credit")
    @APIResponse(responseCode = "200", description = "The bill")
    @APIResponse(responseCode = "404", description = "There is none")
    public BillView get(@PathParam("id") String id) {
        return BillView.of(bills.get(actor.scope(), PathNumber.of("bill", id)));
    }

    @POST
    @Path("/{id}/release")
    @Permission("bill.release")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "releaseBill",
            summary = "Charges a bill that is held",
            description = "Its price is provisional, and somebody has looked at it.")
    @APIResponse(responseCode = "200", description = "The bill, which is charged now")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is not held")
    public BillView release(@PathParam("id") String id) {
        return BillView.of(bills.release(actor.get(), PathNumber.of("bill", id)));
    }
}
