package org.ohmstead.configuration.desired;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.PathNumber;
import org.ohmstead.stations.groups.StationGroups;

/** What all stations of a group are to be set to. */
@Path("/api/v1/station-groups/{id}/configuration")
@Tag(name = "Configuration")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GroupConfigurationResource {
    private final DesiredConfiguration desired;
    private final StationGroups groups;
    private final CurrentActor actor;

    @Inject
    public GroupConfigurationResource(DesiredConfiguration desired, StationGroups groups, CurrentActor actor) {
        this.desired = desired;
        this.groups = groups;
        this.actor = actor;
    }

    @GET
    @Path("/desired")
    @Permission("configuration.read")
    @Operation(
            operationId = "getDesiredConfigurationOfGroup",
            summary = "Shows what all stations of a group are to be set to")
    @APIResponse(responseCode = "200", description = "All of it")
    @APIResponse(responseCode = "404", description = "There is no such group")
    public DesiredView.Several get(@Parameter(description = "Number of the group") @PathParam("id") String id) {
        return DesiredView.Several.of(desired.ofGroup(actor.scope(), known(id)));
    }

    @PUT
    @Path("/desired")
    @Permission("configuration.write")
    @Operation(
            operationId = "setDesiredConfigurationOfGroup",
            summary = "Says what all stations of a group are to be set to",
            description =
                    "Replaces what was said before. Keys count for its stations of 1.6, variables for those of 2.x."
                            + " What is enforced is set at once at stations that are connected, and again some seconds"
                            + " after each boot that lost it; a station that comes into the group later is set with its"
                            + " next boot.")
    @APIResponse(responseCode = "200", description = "All of it, as it is kept")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such group")
    public DesiredView.Several put(
            @Parameter(description = "Number of the group") @PathParam("id") String id,
            DesiredBody.@Nullable Several body) {
        return DesiredView.Several.of(desired.wantOfGroup(actor.get(), known(id), DesiredBody.Several.wanted(body)));
    }

    @DELETE
    @Path("/desired")
    @Permission("configuration.write")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "clearDesiredConfigurationOfGroup",
            summary = "Says that the stations of a group are to be set to nothing in particular",
            description = "They stay as they are set.")
    @APIResponse(responseCode = "204", description = "Cleared")
    @APIResponse(responseCode = "404", description = "There is no such group")
    public void clear(@Parameter(description = "Number of the group") @PathParam("id") String id) {
        desired.wantOfGroup(actor.get(), known(id), List.of());
    }

    private long known(String id) {
        return groups.get(actor.scope(), PathNumber.of("station group", id)).id();
    }
}
