package org.ohmstead.certificates;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** REST: the certificates that a station holds. */
@Path("/api/v1/stations/{station}/certificates")
@Tag(name = "Certificates", description = "The certificates that stations hold")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CertificateResource {
    private static final String NOT_ENDED =
            "The command has not ended: it waits for its station, or the station for longer than the request";
    private static final String NOT_YET =
            "The station's registration does not let it pass yet, or the Idempotency-Key stands for another command";
    private static final String TOO_MANY = "Too many commands wait for this station";
    private static final String NO_STATION = "There is no such station";

    private final StationCertificates certificates;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public CertificateResource(StationCertificates certificates, Stations stations, CurrentActor actor) {
        this.certificates = certificates;
        this.stations = stations;
        this.actor = actor;
    }

    /** A page of certificates. */
    @Schema(name = "StationCertificatePage")
    public record Listed(
            @Schema(description = "In the order in which they came here")
            List<CertificateView> items,

            @Schema(description = "The cursor of the page behind it; null: this is the last one") @Nullable
            String next,

            @Schema(description = "When the station last told what it has; null: never, see POST .../refresh") @Nullable
            Instant listedAt) {}

    @GET
    @Permission("certificate.read")
    @Operation(
            operationId = "listStationCertificates",
            summary = "Lists the certificates that a station is known to hold",
            description =
                    "Those that were installed from here, and those that the station has listed; POST .../refresh asks"
                            + " it. Its own certificate for the connection is none of them.")
    @APIResponse(responseCode = "200", description = "A page of certificates")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = NO_STATION)
    public Listed list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        StationRef station = station(identity);
        Page<CertificateView> page =
                certificates.page(station, Limit.of(limit), Cursor.of(cursor)).map(CertificateView::of);
        return new Listed(
                page.items(), page.next(), certificates.listedAt(station).orElse(null));
    }

    @GET
    @Path("/{id}")
    @Permission("certificate.read")
    @Operation(operationId = "getStationCertificate", summary = "Shows a certificate that a station holds")
    @APIResponse(responseCode = "200", description = "The certificate")
    @APIResponse(responseCode = "404", description = "There is no such station, or nobody knows of such a certificate")
    public CertificateView get(@PathParam("station") String identity, @PathParam("id") String id) {
        return CertificateView.whole(certificates.get(station(identity), PathNumber.of("certificate", id)));
    }

    @POST
    @LongestAnswer(6)
    @Permission("certificate.write")
    @Operation(
            operationId = "installCertificate",
            summary = "Installs a root certificate in a station (InstallCertificate)",
            description = "It is in the list once the station has answered Accepted.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = NOT_ENDED,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "It is no certificate, is over, or the station's version has no such use; the problem says which")
    @APIResponse(responseCode = "404", description = NO_STATION)
    @APIResponse(responseCode = "409", description = NOT_YET)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response install(
            @PathParam("station") String identity, @BeanParam SendOptions options, @Nullable InstallBody body) {
        InstallBody wanted = body == null ? new InstallBody(null, null) : body;
        return VerbView.answer(
                certificates.install(actor.get(), station(identity), wanted.use(), wanted.certificate(), options));
    }

    @DELETE
    @Path("/{id}")
    @LongestAnswer(6)
    @Consumes(MediaType.WILDCARD)
    @Permission("certificate.write")
    @Operation(
            operationId = "deleteStationCertificate",
            summary = "Deletes a certificate from a station (DeleteCertificate)",
            description = "It leaves the list once the station has answered Accepted, or that it has no such one.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = NOT_ENDED,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station, or nobody knows of such a certificate")
    @APIResponse(
            responseCode = "409",
            description =
                    "Its issuer is not known here, so the station has to list it first; or the station's registration"
                            + " does not let it pass yet")
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response delete(
            @PathParam("station") String identity,
            @Parameter(description = "Its number in the list") @PathParam("id") String id,
            @BeanParam SendOptions options) {
        return VerbView.answer(
                certificates.delete(actor.get(), station(identity), PathNumber.of("certificate", id), options));
    }

    @DELETE
    @LongestAnswer(6)
    @Consumes(MediaType.WILDCARD)
    @Permission("certificate.write")
    @Operation(
            operationId = "deleteStationCertificateByHash",
            summary = "Deletes a certificate from a station by its hash data, whether it is known here or not",
            description = "In the algorithm that the station itself has listed it with.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = NOT_ENDED,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is missing or not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = NO_STATION)
    @APIResponse(responseCode = "409", description = NOT_YET)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response deleteByHash(
            @PathParam("station") String identity,
            @Parameter(description = "SHA256, SHA384 or SHA512", required = true) @QueryParam("hashAlgorithm") @Nullable
                    String hashAlgorithm,
            @Parameter(description = "In hex", required = true) @QueryParam("issuerNameHash") @Nullable
                    String issuerNameHash,
            @Parameter(description = "In hex", required = true) @QueryParam("issuerKeyHash") @Nullable
                    String issuerKeyHash,
            @Parameter(description = "In hex", required = true) @QueryParam("serialNumber") @Nullable
                    String serialNumber,
            @BeanParam SendOptions options) {
        HashData hashes = StationCertificates.checked(hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber);
        return VerbView.answer(certificates.delete(actor.get(), station(identity), hashes, options));
    }

    @POST
    @Path("/refresh")
    @LongestAnswer(11)
    @Consumes(MediaType.WILDCARD)
    @Permission("certificate.write")
    @Operation(
            operationId = "refreshStationCertificates",
            summary = "Asks a station which certificates it has (GetInstalledCertificateIds)",
            description = "What it answers takes the place of what was known. With OCPP 1.6 it is asked for each use by"
                    + " itself, and the last command is shown.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = NOT_ENDED,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = NO_STATION)
    @APIResponse(responseCode = "409", description = NOT_YET)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response refresh(@PathParam("station") String identity, @BeanParam SendOptions options) {
        return VerbView.answer(certificates.refresh(actor.get(), station(identity), options));
    }

    @POST
    @Path("/signed")
    @LongestAnswer(6)
    @Permission("certificate.write")
    @Operation(
            operationId = "sendSignedCertificate",
            summary = "Gives a station the certificate that was signed for it (CertificateSigned)",
            description = "As its answer to a SignCertificate. The station uses it if it has answered Accepted.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = NOT_ENDED,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "It is no chain of certificates in that order, one of them is over, or the station's version has"
                            + " no such field; the problem says which")
    @APIResponse(responseCode = "404", description = NO_STATION)
    @APIResponse(responseCode = "409", description = NOT_YET)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response signed(
            @PathParam("station") String identity, @BeanParam SendOptions options, @Nullable SignedBody body) {
        if (body == null) {
            throw Refused.invalid("certificateChain", "The body is empty; send certificateChain as PEM.");
        }
        return VerbView.answer(certificates.signed(
                actor.get(), station(identity), body.certificateChain(), body.signedFor(), body.requestId(), options));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
