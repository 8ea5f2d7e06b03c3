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

/** REST: the money of a driver, as somebody receives it by hand. */
@Path("/api/v1/drivers/{id}")
@Tag(name = "Drivers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DriverAccountResource {
    private static final String REPEAT = "Idempotency-Key";
    private static final String ONCE =
            "Of your own: what comes again with it is done once. Default: it is done each time";
    private static final String WRONG = "A field is not allowed; the problem names it";
    private static final String NONE = "There is none of that number";
    private static final String MORE_THAN_THERE_IS =
            "More is to be paid out than the wallet has, or another amount came with this key";
    private static final String ANOTHER = "Another amount came with this key";
    private static final String AS_NOW = "What there is now";

    private final Drivers drivers;
    private final Ledger ledger;
    private final Wallets wallets;
    private final CurrentActor actor;

    @Inject
    public DriverAccountResource(Drivers drivers, Ledger ledger, Wallets wallets, CurrentActor actor) {
        this.drivers = drivers;
        this.ledger = ledger;
        this.wallets = wallets;
        this.actor = actor;
    }

    @GET
    @Path("/account")
    @Permission("driver.read")
    @Operation(operationId = "getDriverAccount", summary = "Shows what a driver has in the wallet, and owes")
    @APIResponse(responseCode = "200", description = AS_NOW)
    @APIResponse(responseCode = "404", description = NONE)
    public AccountView ofDriver(@PathParam("id") String id) {
        return AccountView.of(ledger, actor.scope(), driver(id));
    }

    @POST
    @Path("/wallet")
    @Permission("wallet.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "moveDriverWallet",
            summary = "Tops up a driver's wallet with money that was received, or pays out of it",
            description = "It is in the ledger at once, between the wallet and clearing.")
    @APIResponse(responseCode = "200", description = AS_NOW)
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = MORE_THAN_THERE_IS)
    public AccountView topUp(
            @PathParam("id") String id,
            @Nullable MoneyBody body,
            @Parameter(description = ONCE) @HeaderParam(REPEAT) @Nullable String repeat) {
        Holder holder = driver(id);
        MoneyBody.enter(body, wallets, actor.get(), Account.wallet(holder), repeat);
        return AccountView.of(ledger, actor.scope(), holder);
    }

    @POST
    @Path("/payments")
    @Permission("wallet.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "receiveDriverPayment",
            summary = "Takes note of money that a driver has paid for what is owed",
            description = "Such as by bank transfer. Below 0: it was given back.")
    @APIResponse(responseCode = "200", description = AS_NOW)
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = ANOTHER)
    public AccountView paidByDriver(
            @PathParam("id") String id,
            @Nullable MoneyBody body,
            @Parameter(description = ONCE) @HeaderParam(REPEAT) @Nullable String repeat) {
        Holder holder = driver(id);
        MoneyBody.enter(body, wallets, actor.get(), Account.receivable(holder), repeat);
        return AccountView.of(ledger, actor.scope(), holder);
    }

    private Holder driver(String id) {
        actor.wholeTenant("The money of a driver");
        return Holder.driver(
                drivers.get(actor.scope(), PathNumber.of("driver", id)).id());
    }
}
