package org.ohmstead.authority.requests;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** REST: what a station has asked to be signed. */
@Path("/api/v1/stations/{station}/signing-requests")
@Tag(name = "Certificates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SigningRequestResource {
    private final SigningRequests requests;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public SigningRequestResource(SigningRequests requests, Stations stations, CurrentActor actor) {
        this.requests = requests;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("certificate.read")
    @Operation(
            operationId = "listSigningRequests",
            summary = "Lists what a station has asked to be signed (SignCertificate), the newest first",
            description = "Each request once, however often it came. The newest hundred stay.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<SigningRequestView> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return requests.page(
                        StationPaths.find(stations, actor.scope(), identity).ref(), Limit.of(limit), Cursor.of(cursor))
                .map(SigningRequestView::of);
    }
}
