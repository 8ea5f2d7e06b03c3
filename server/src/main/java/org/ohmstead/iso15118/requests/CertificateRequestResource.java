package org.ohmstead.iso15118.requests;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
import org.ohmstead.api.QueryWords;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** REST: what stations have asked about certificates. */
@Path("/api/v1/certificate-requests")
@Tag(name = "Plug and Charge")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CertificateRequestResource {
    private final CertificateRequests requests;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public CertificateRequestResource(CertificateRequests requests, Stations stations, CurrentActor actor) {
        this.requests = requests;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("contract.read")
    @Operation(
            operationId = "listCertificateRequests",
            summary = "Lists what stations have asked about certificates, and what came of it, the newest first",
            description =
                    "Contract certificates in Authorize, requests of vehicles for one, and whether certificates are"
                            + " revoked. Kept as long as the setting certificate-request-retention says.")
    @APIResponse(responseCode = "200", description = "A page of questions")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<CertificateRequestView> list(
            @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable String station,
            @Parameter(description = "As OCPP calls it") @QueryParam("action") @Nullable String action,
            @Parameter(description = "The status that the station was answered") @QueryParam("outcome") @Nullable
                    String outcome,
            @Parameter(description = "Asked then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Asked before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        var filter = new SqlCertificateRequestStore.Filter(
                identity == null
                        ? null
                        : StationPaths.find(stations, actor.scope(), identity)
                                .ref()
                                .id(),
                QueryWords.text(action),
                QueryWords.text(outcome),
                QueryWords.time("from", from),
                QueryWords.time("to", to));
        QueryWords.period("from", filter.from(), "to", filter.to());
        return requests.page(actor.scope(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(CertificateRequestView::of);
    }
}
