package org.ohmstead.payments.click;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** Where Click calls. Not a part of the API's document: it proves itself by its sign, and nobody else calls here. */
@Path("/payments/click/{account}")
@PublicRoute
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ClickResource {
    private static final int LARGEST_REQUEST = 16 << 10;

    private final ClickShop shop;

    @Inject
    public ClickResource(ClickShop shop) {
        this.shop = shop;
    }

    @POST
    @Path("/prepare")
    @LargestBody(LARGEST_REQUEST)
    @Operation(hidden = true)
    public String prepare(@PathParam("account") String account, byte @Nullable [] body) {
        return answer(account, 0, body);
    }

    @POST
    @Path("/complete")
    @LargestBody(LARGEST_REQUEST)
    @Operation(hidden = true)
    public String complete(@PathParam("account") String account, byte @Nullable [] body) {
        return answer(account, 1, body);
    }

    private String answer(String account, int action, byte @Nullable [] body) {
        return shop.answer(PathNumber.of("account", account), action, body == null ? new byte[0] : body)
                .toString();
    }
}
