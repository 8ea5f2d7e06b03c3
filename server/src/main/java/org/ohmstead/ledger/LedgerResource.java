package org.ohmstead.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** REST: the books, to be looked at. */
@Path("/api/v1/ledger")
@Tag(name = "Ledger")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LedgerResource {
    private static final String WHAT = "The ledger";

    private final Ledger ledger;
    private final CurrentActor actor;

    @Inject
    public LedgerResource(Ledger ledger, CurrentActor actor) {
        this.ledger = ledger;
        this.actor = actor;
    }

    @GET
    @Path("/balances")
    @Permission("ledger.read")
    @Operation(
            operationId = "getLedgerBalances",
            summary = "Adds up the whole ledger, and says whether it is in balance",
            description =
                    "Worked out anew from every entry: the sum of each currency is 0, the balances that are kept are"
                            + " what the entries say, and postings are numbered without a gap. If balanced is ever false,"
                            + " something was written past the server: keep the database as it is and ask for help.")
    @APIResponse(responseCode = "200", description = "The sums")
    public LedgerTotalsView balances() {
        actor.wholeTenant(WHAT);
        return LedgerTotalsView.of(ledger.totals(actor.scope()));
    }

    @GET
    @Path("/postings")
    @Permission("ledger.read")
    @Operation(
            operationId = "listLedgerPostings",
            summary = "Lists what was posted, the newest first",
            description = "With account, driver or company those that have an entry at such an account.")
    @APIResponse(responseCode = "200", description = "A page of postings")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<LedgerPostingView> postings(
            @Parameter(
                            description = "With an entry at an account of this kind",
                            schema = @Schema(implementation = Account.Kind.class))
                    @QueryParam("account")
                    @Nullable
                    String account,
            @Parameter(description = "At an account of this driver") @QueryParam("driver") @Nullable String driver,
            @Parameter(description = "At an account of this company") @QueryParam("company") @Nullable String company,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        actor.wholeTenant(WHAT);
        PostingFilter filter =
                new PostingFilter(QueryWords.word("account", Account.Kind.class, account), holder(driver, company));
        return ledger.page(actor.scope(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(LedgerPostingView::of);
    }

    private static @Nullable Holder holder(@Nullable String driver, @Nullable String company) {
        Long ofDriver = QueryWords.number("driver", driver);
        Long ofCompany = QueryWords.number("company", company);
        if (ofDriver != null && ofCompany != null) {
            throw Refused.invalid("company", "company and driver are both given; an account is of one of them.");
        }
        return ofDriver != null ? Holder.driver(ofDriver) : ofCompany != null ? Holder.company(ofCompany) : null;
    }
}
