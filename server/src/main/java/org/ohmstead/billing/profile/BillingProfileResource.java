package org.ohmstead.billing.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.JsonBody;

/** REST: how the organisation bills. */
@Path("/api/v1/billing/profile")
@Tag(name = "Bills")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BillingProfileResource {
    private final BillingProfiles profiles;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public BillingProfileResource(BillingProfiles profiles, CurrentActor actor, ObjectMapper json) {
        this.profiles = profiles;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Permission("billing.read")
    @Operation(operationId = "getBillingProfile", summary = "Shows how the organisation bills")
    @APIResponse(responseCode = "200", description = "What its invoices say of it, and when they are made")
    public BillingProfileView get() {
        actor.wholeTenant("Billing");
        return BillingProfileView.of(profiles.of(actor.scope()));
    }

    @PATCH
    @Permission("billing.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeBillingProfile",
            summary = "Changes how the organisation bills",
            description =
                    "A JSON merge patch: an absent field stays, null clears. It counts for what is made from then on;"
                            + " what was made stays as it is.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    public BillingProfileView change(
            @RequestBody(content = @Content(schema = @Schema(implementation = BillingProfileBody.class))) @Nullable
                    ObjectNode changes) {
        actor.get().checkSeesAll("Billing");
        return BillingProfileView.of(profiles.change(actor.get(), before -> JsonBody.patch(
                        json, BillingProfileBody.of(before), changes, BillingProfileBody.class)
                .profile()));
    }
}
