package org.ohmstead.certificates;

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

/** REST: the certificates that stations hold, of all stations. */
@Path("/api/v1/installed-certificates")
@Tag(name = "Certificates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InstalledResource {
    private final StationCertificates certificates;
    private final CurrentActor actor;

    @Inject
    public InstalledResource(StationCertificates certificates, CurrentActor actor) {
        this.certificates = certificates;
        this.actor = actor;
    }

    /** One of them, with its station. */
    @Schema(name = "InstalledCertificate")
    public record Installed(
            @Schema(description = "Identity") String station, CertificateView certificate) {}

    @GET
    @Permission("certificate.read")
    @Operation(
            operationId = "listInstalledCertificates",
            summary = "Lists the certificates that stations are known to hold, of all stations",
            description =
                    "Those that were installed from here, and those that stations have listed. What a station has deleted"
                            + " since is gone from here; its commands and the audit log tell of it.")
    @APIResponse(responseCode = "200", description = "A page of them, in the order in which they came here")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<Installed> list(
            @Parameter(description = "A word of CertificateUse, such as csmsRoot") @QueryParam("use") @Nullable
                    String use,
            @Parameter(description = "Those that end by then") @QueryParam("until") @Nullable String until,
            @Parameter(description = "Number of a group: of its stations only") @QueryParam("stationGroup") @Nullable
                    String stationGroup,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return certificates
                .page(
                        actor.scope(stationGroup),
                        QueryWords.text(use),
                        QueryWords.time("until", until),
                        Limit.of(limit),
                        Cursor.of(cursor))
                .map(one -> new Installed(one.station().identity(), CertificateView.of(one)));
    }
}
