package org.ohmstead.authority.revocation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.PublicRoute;
import org.ohmstead.api.LargestBody;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.Refused;

/**
 * Where anybody learns which certificates are revoked. Not a part of the API's document: programs find the URLs in the certificates
 * themselves, and speak as RFC 5280 and RFC 6960 have it.
 */
@Path("/pki/{authority}")
@PublicRoute
@RunOnVirtualThread
public class RevocationResource {
    private static final String THING = "authority";
    private static final int LARGEST_REQUEST = 8 << 10;

    private final RevocationLists lists;
    private final OcspResponder responder;

    @Inject
    public RevocationResource(RevocationLists lists, OcspResponder responder) {
        this.lists = lists;
        this.responder = responder;
    }

    @GET
    @Path("/revoked.crl")
    @Operation(hidden = true)
    public Response list(@PathParam("authority") String authority) {
        return answer(lists.of(PathNumber.of(THING, authority)), "application/pkix-crl", RevocationLists.FRESH);
    }

    @POST
    @Path("/ocsp")
    @Consumes("application/ocsp-request")
    @LargestBody(LARGEST_REQUEST)
    @Operation(hidden = true)
    public Response post(@PathParam("authority") String authority, byte @Nullable [] request) {
        return answer(
                responder.answer(PathNumber.of(THING, authority), request == null ? new byte[0] : request),
                "application/ocsp-response",
                Duration.ZERO);
    }

    /** The request is Base64, percent-encoded (RFC 6960 appendix A.1). */
    @GET
    @Path("/ocsp/{request:.+}")
    @Operation(hidden = true)
    public Response get(@PathParam("authority") String authority, @PathParam("request") String request) {
        byte[] der;
        try {
            der = Base64.getDecoder().decode(request.strip());
        } catch (IllegalArgumentException noBase64) {
            der = new byte[0];
        }
        return answer(
                responder.answer(PathNumber.of(THING, authority), der),
                "application/ocsp-response",
                RevocationLists.FRESH);
    }

    private static Response answer(Optional<byte[]> der, String type, Duration fresh) {
        byte[] body = der.orElseThrow(() -> Refused.notFound("There is no such authority whose key is here."));
        return Response.ok(body, type)
                .header(HttpHeaders.CACHE_CONTROL, fresh.isZero() ? "no-store" : "public, max-age=" + fresh.toSeconds())
                .build();
    }
}
