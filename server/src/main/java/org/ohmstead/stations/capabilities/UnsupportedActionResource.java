package org.ohmstead.stations.capabilities;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** REST: actions that a station has refused as unknown; the station itself lists them. */
@Path("/api/v1/stations/{station}/unsupported-actions")
@Tag(name = "Stations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UnsupportedActionResource {
    private final UnsupportedActions unsupported;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public UnsupportedActionResource(UnsupportedActions unsupported, Stations stations, CurrentActor actor) {
        this.unsupported = unsupported;
        this.stations = stations;
        this.actor = actor;
    }

    @DELETE
    @Permission("station.write")
    @Operation(
            operationId = "forgetUnsupportedActions",
            summary = "Forgets all actions that the station has refused as unknown",
            description = "unsupportedActions of the station is empty then, until it refuses one again.")
    @APIResponse(responseCode = "204", description = "Forgotten")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public void forgetAll(@PathParam("station") String identity) {
        forget(identity, null);
    }

    @DELETE
    @Path("/{action}")
    @Permission("station.write")
    @Operation(
            operationId = "forgetUnsupportedAction",
            summary = "Forgets one action that the station has refused as unknown",
            description = "One that it has not refused is no error.")
    @APIResponse(responseCode = "204", description = "Forgotten")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public void forgetOne(
            @PathParam("station") String identity,
            @Parameter(description = "Its name, such as GetLog") @PathParam("action") String action) {
        forget(identity, action);
    }

    private void forget(String identity, @Nullable String action) {
        unsupported.forget(
                actor.get(),
                StationPaths.find(stations, actor.scope(), identity).ref(),
                action);
    }
}
