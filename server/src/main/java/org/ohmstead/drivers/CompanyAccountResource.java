package org.ohmstead.drivers;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.PathNumber;
import org.ohmstead.ledger.Account;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Ledger;
import org.ohmstead.ledger.Wallets;

/** REST: the money of a company, as somebody receives it by hand. */
@Path("/api/v1/companies/{id}")
@Tag(name = "Drivers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CompanyAccountResource {
    private static final String REPEAT = "Idempotency-Key";
    private static final String ONCE =
            "Of your own: what comes again with it is done once. Default: it is done each time";
    private static final String WRONG = "A field is not allowed; the problem names it";
    private static final String NONE = "There is none of that number";
    private static final String ANOTHER = "Another amount came with this key";
    private static final String AS_NOW = "What there is now";

    private final Companies companies;
    private final Ledger ledger;
    private final Wallets wallets;
    private final CurrentActor actor;

    @Inject
    public CompanyAccountResource(Companies companies, Ledger ledger, Wallets wallets, CurrentActor actor) {
        this.companies = companies;
        this.ledger = ledger;
        this.wallets = wallets;
        this.actor = actor;
    }

    @GET
    @Path("/account")
    @Permission("driver.read")
    @Operation(operationId = "getCompanyAccount", summary = "Shows what a company owes")
    @APIResponse(responseCode = "200", description = AS_NOW)
    @APIResponse(responseCode = "404", description = NONE)
    public AccountView ofCompany(@PathParam("id") String id) {
        return AccountView.of(ledger, actor.scope(), company(id));
    }

    @POST
    @Path("/payments")
    @Permission("wallet.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "receiveCompanyPayment",
            summary = "Takes note of money that a company has paid for what is owed",
            description = "Such as by bank transfer. Below 0: it was given back.")
    @APIResponse(responseCode = "200", description = AS_NOW)
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = ANOTHER)
    public AccountView paidByCompany(
            @PathParam("id") String id,
            @Nullable MoneyBody body,
            @Parameter(description = ONCE) @HeaderParam(REPEAT) @Nullable String repeat) {
        Holder holder = company(id);
        MoneyBody.enter(body, wallets, actor.get(), Account.receivable(holder), repeat);
        return AccountView.of(ledger, actor.scope(), holder);
    }

    private Holder company(String id) {
        actor.wholeTenant("The money of a company");
        return Holder.company(
                companies.get(actor.scope(), PathNumber.of("company", id)).id());
    }
}
