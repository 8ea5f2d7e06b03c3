package org.ohmstead.payments.stripe;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.PublicRoute;
import org.ohmstead.api.LargestBody;
import org.ohmstead.api.PathNumber;

/** Where Stripe calls. Not a part of the API's document: it proves itself by its signature, and nobody else calls here. */
@Path("/payments/stripe/{account}")
@PublicRoute
@RunOnVirtualThread
public class StripeWebhookResource {
    private static final int LARGEST_EVENT = 256 << 10;

    private final StripeWebhooks webhooks;

    @Inject
    public StripeWebhookResource(StripeWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @LargestBody(LARGEST_EVENT)
    @Operation(hidden = true)
    public Response event(
            @PathParam("account") String account,
            @HeaderParam("Stripe-Signature") @Nullable String signature,
            byte @Nullable [] body) {
        boolean taken = webhooks.take(PathNumber.of("account", account), signature, body == null ? new byte[0] : body);
        return Response.status(taken ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .build();
    }
}
