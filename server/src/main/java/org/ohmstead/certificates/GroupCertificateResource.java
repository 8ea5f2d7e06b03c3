package org.ohmstead.certificates;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.groups.StationGroups;

/** REST: root certificates of all stations of a group. */
@Path("/api/v1/station-groups/{id}/certificates")
@Tag(name = "Certificates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GroupCertificateResource {
    private static final String BEGUN = "It has begun; Location shows how far it is";
    private static final String WRONG = "A field is not allowed, or the group has no stations; the problem names it";
    private static final String EMPTY = "The body is empty; send the certificate that it is about.";

    private final GroupCertificates certificates;
    private final StationGroups groups;
    private final CurrentActor actor;

    @Inject
    public GroupCertificateResource(GroupCertificates certificates, StationGroups groups, CurrentActor actor) {
        this.certificates = certificates;
        this.groups = groups;
        this.actor = actor;
    }

    /** Which bulk command it became. */
    @Schema(name = "GroupCertificateOrder")
    public record Begun(
            @Schema(description = "Number of the bulk command, which shows the state of each station")
            long bulkCommand) {}

    @POST
    @Permission("certificate.write")
    @Operation(
            operationId = "installGroupCertificate",
            summary = "Installs a root certificate in all stations of a group (InstallCertificate)",
            description = "A bulk command: GET /api/v1/commands/bulk/{id}/stations shows what each station said.")
    @APIResponse(
            responseCode = "202",
            description = BEGUN,
            content = @Content(schema = @Schema(implementation = Begun.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = "There is no such group")
    public Response install(@PathParam("id") String id, @Nullable GroupInstallBody body) {
        long group = known(id);
        if (body == null) {
            throw Refused.invalid("certificate", EMPTY);
        }
        return begun(certificates.install(actor, group, body.use(), body.certificate(), body.ttl()));
    }

    @POST
    @Path("/delete")
    @Permission("certificate.write")
    @Operation(
            operationId = "deleteGroupCertificate",
            summary = "Deletes a certificate from all stations of a group (DeleteCertificate)",
            description = "By the hashes that stations know it by; see listInstalledCertificates.")
    @APIResponse(
            responseCode = "202",
            description = BEGUN,
            content = @Content(schema = @Schema(implementation = Begun.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = "There is no such group")
    public Response delete(@PathParam("id") String id, @Nullable GroupDeleteBody body) {
        long group = known(id);
        if (body == null) {
            throw Refused.invalid("serialNumber", EMPTY);
        }
        HashData hashes = StationCertificates.checked(
                body.hashAlgorithm(), body.issuerNameHash(), body.issuerKeyHash(), body.serialNumber());
        return begun(certificates.delete(actor, group, hashes, body.ttl()));
    }

    private long known(String id) {
        return groups.get(actor.scope(), PathNumber.of("station group", id)).id();
    }

    private static Response begun(long bulk) {
        return Response.accepted(new Begun(bulk))
                .location(URI.create("/api/v1/commands/bulk/" + bulk))
                .build();
    }
}
