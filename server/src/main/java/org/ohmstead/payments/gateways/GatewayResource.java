package org.ohmstead.payments.gateways;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;

/** REST: accounts at providers of payments. */
@Path("/api/v1/payment-gateways")
@Tag(name = "Payments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GatewayResource {
    private static final String NONE = "There is no such account";
    private static final String THING = "payment gateway";

    private final GatewayAccounts accounts;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public GatewayResource(GatewayAccounts accounts, CurrentActor actor, ObjectMapper json) {
        this.accounts = accounts;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Permission("payment-gateway.read")
    @Operation(
            operationId = "listPaymentGateways",
            summary = "Lists the organisation's accounts at providers of payments",
            description = "Each provider has one for tests and one for money. Secrets are never shown.")
    @APIResponse(responseCode = "200", description = "A page of them, in the order in which they were made")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<GatewayView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        Limit rows = Limit.of(limit);
        Cursor after = Cursor.of(cursor);
        long last = after == null ? 0 : after.id();
        List<Account> all = accounts.all(whole()).stream()
                .filter(one -> one.id() > last)
                .limit(rows.rows() + 1L)
                .toList();
        return Page.of(all, rows, one -> Cursor.at(one.id())).map(GatewayView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("payment-gateway.read")
    @Operation(operationId = "getPaymentGateway", summary = "Shows an account at a provider of payments")
    @APIResponse(responseCode = "200", description = "The account, without its secrets")
    @APIResponse(responseCode = "404", description = NONE)
    public GatewayView get(@PathParam("id") String id) {
        return GatewayView.of(accounts.get(whole(), PathNumber.of(THING, id)));
    }

    @POST
    @Permission("payment-gateway.write")
    @Operation(
            operationId = "createPaymentGateway",
            summary = "Sets up an account at a provider of payments",
            description = "Secrets are kept encrypted, and never shown.")
    @APIResponse(
            responseCode = "201",
            description = "It stands; Location shows it",
            content = @Content(schema = @Schema(implementation = GatewayView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "409", description = "There is one of this provider in this mode already")
    public Response create(@Nullable GatewayBody body) {
        if (body == null) {
            throw Refused.invalid("gateway", "The body is empty; send gateway and its keys.");
        }
        Account made = accounts.create(actor.get(), body);
        return Response.created(URI.create("/api/v1/payment-gateways/" + made.id()))
                .entity(GatewayView.of(made))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Permission("payment-gateway.write")
    @Operation(
            operationId = "changePaymentGateway",
            summary = "Changes an account at a provider of payments",
            description = "A JSON merge patch: what is absent stays. Secrets that are absent or null stay too.")
    @APIResponse(responseCode = "200", description = "The account as it is now")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = NONE)
    public GatewayView change(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = GatewayBody.class))) @Nullable
                    ObjectNode patch) {
        return GatewayView.of(accounts.change(actor.get(), PathNumber.of(THING, id), before -> JsonBody.patch(
                        json, GatewayBody.of(before), patch, GatewayBody.class)
                .changed(before, accounts.now())));
    }

    @DELETE
    @Path("/{id}")
    @Permission("payment-gateway.write")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "deletePaymentGateway",
            summary = "Removes an account at a provider of payments",
            description = "One with which no payment was made; others are switched off.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "Payments were made with it")
    public void delete(@PathParam("id") String id) {
        accounts.remove(actor.get(), PathNumber.of(THING, id));
    }

    /** Money is not told apart by stations. */
    private Scope whole() {
        actor.wholeTenant("The list of accounts at providers of payments");
        return actor.scope();
    }
}
