package org.ohmstead.payments.payme;

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
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.PublicRoute;
import org.ohmstead.api.LargestBody;
import org.ohmstead.api.PathNumber;

/** Where Payme calls. Not a part of the API's document: it proves itself by its key, and nobody else calls here. */
@Path("/payments/payme/{account}")
@PublicRoute
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PaymeResource {
    private static final int LARGEST_REQUEST = 32 << 10;

    private final PaymeDoor door;

    @Inject
    public PaymeResource(PaymeDoor door) {
        this.door = door;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @LargestBody(LARGEST_REQUEST)
    @Operation(hidden = true)
    public String call(
            @PathParam("account") String account,
            @HeaderParam("Authorization") @Nullable String authorization,
            byte @Nullable [] body) {
        return door.answer(PathNumber.of("account", account), authorization, body == null ? new byte[0] : body)
                .toString();
    }

    @GET
    @Operation(hidden = true)
    public String notPost() {
        return PaymeDoor.notPost().toString();
    }
}
