package org.ohmstead.authority.issued;

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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

/** REST: the certificates that were issued to stations. */
@Path("/api/v1/certificates")
@Tag(name = "Certificates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class IssuedResource {
    private static final String NONE = "There is no such certificate";
    private static final String THING = "certificate";

    private final IssuedCertificates issued;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    public IssuedResource(IssuedCertificates issued, CurrentActor actor, Clock clock) {
        this.issued = issued;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Permission("certificate.read")
    @Operation(
            operationId = "listCertificates",
            summary = "Lists each certificate that was issued to a station, the newest first",
            description = "Roots that stations hold are listed by listInstalledCertificates.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<IssuedView> list(
            @Parameter(description = "Identity of a station, as it is registered") @QueryParam("station") @Nullable
                    String station,
            @Parameter(description = "valid, superseded, rejected, expired or revoked") @QueryParam("state") @Nullable
                    String state,
            @Parameter(description = "Those that end by then") @QueryParam("until") @Nullable String until,
            @Parameter(description = "Number of an authority") @QueryParam("authority") @Nullable String authority,
            @Parameter(description = "Number of a group: of its stations only") @QueryParam("stationGroup") @Nullable
                    String stationGroup,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        IssuedFilter filter = new IssuedFilter(
                QueryWords.text(station),
                QueryWords.word("state", IssuedCertificate.State.class, state),
                QueryWords.time("until", until),
                QueryWords.number("authority", authority));
        return issued.page(actor.scope(stationGroup), filter, Limit.of(limit), Cursor.of(cursor))
                .map(one -> IssuedView.of(one, clock.instant(), false));
    }

    @GET
    @Path("/{id}")
    @Permission("certificate.read")
    @Operation(operationId = "getCertificate", summary = "Shows a certificate that was issued to a station")
    @APIResponse(responseCode = "200", description = "The certificate")
    @APIResponse(responseCode = "404", description = NONE)
    public IssuedView get(@PathParam("id") String id) {
        return IssuedView.of(issued.get(actor.scope(), PathNumber.of(THING, id)), clock.instant(), true);
    }

    @POST
    @Path("/{id}/revoke")
    @Permission("certificate.revoke")
    @Operation(
            operationId = "revokeCertificate",
            summary = "Revokes a certificate of a station",
            description = "Who connects with it is turned away from now on, and the revocation list and the OCSP"
                    + " responder of its authority tell so. It cannot be taken back. A certificate of an external"
                    + " authority has to be revoked there, too.")
    @APIResponse(responseCode = "200", description = "The certificate as it is now")
    @APIResponse(responseCode = "400", description = "The reason is not allowed")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "It is revoked already")
    public IssuedView revoke(@PathParam("id") String id, @Nullable RevokeBody body) {
        RevocationReason reason = RevocationReason.of(body == null ? null : body.reason());
        return IssuedView.of(issued.revoke(actor.get(), PathNumber.of(THING, id), reason), clock.instant(), true);
    }
}
