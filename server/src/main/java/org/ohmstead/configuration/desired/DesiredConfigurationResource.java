package org.ohmstead.configuration.desired;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.configuration.SettingResult;
import org.ohmstead.configuration.SettingResultView;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** What a station is to be set to, and where it is not. */
@Path("/api/v1/stations/{station}/configuration")
@Tag(name = "Configuration")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DesiredConfigurationResource {
    private static final int ACCEPTED = 202;

    private final DesiredConfiguration desired;
    private final Restoring restoring;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public DesiredConfigurationResource(
            DesiredConfiguration desired, Restoring restoring, Stations stations, CurrentActor actor) {
        this.desired = desired;
        this.restoring = restoring;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Path("/desired")
    @Permission("configuration.read")
    @Operation(
            operationId = "getDesiredConfiguration",
            summary = "Shows what a station is to be set to by itself",
            description = "What it is to be set to by its groups, too, is in drift.")
    @APIResponse(responseCode = "200", description = "All of it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public DesiredView.Several get(@PathParam("station") String identity) {
        return DesiredView.Several.of(
                desired.of(actor.scope(), station(identity).ref()));
    }

    @PUT
    @Path("/desired")
    @Permission("configuration.write")
    @Operation(
            operationId = "setDesiredConfiguration",
            summary = "Says what a station is to be set to",
            description =
                    "Replaces what was said before. A station's own counts before that of its groups. What is enforced"
                            + " is set at once where the station is connected, and again some seconds after each boot that"
                            + " lost it.")
    @APIResponse(responseCode = "200", description = "All of it, as it is kept")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public DesiredView.Several put(@PathParam("station") String identity, DesiredBody.@Nullable Several body) {
        return DesiredView.Several.of(
                desired.want(actor.get(), station(identity).ref(), DesiredBody.Several.wanted(body)));
    }

    @DELETE
    @Path("/desired")
    @Permission("configuration.write")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "clearDesiredConfiguration",
            summary = "Says that a station is to be set to nothing in particular by itself",
            description = "It stays as it is set; what it is to be set to by its groups counts on.")
    @APIResponse(responseCode = "204", description = "Cleared")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public void clear(@PathParam("station") String identity) {
        desired.want(actor.get(), station(identity).ref(), List.of());
    }

    @POST
    @Path("/desired/apply")
    @Permission("configuration.write")
    @Consumes(MediaType.WILDCARD)
    @LongestAnswer(6)
    @Operation(
            operationId = "applyDesiredConfiguration",
            summary = "Has a station set to what it is to be set to, now",
            description =
                    "By itself or by its groups, enforced or not. It is asked first, and then told where it differs."
                            + " wait, timeout and ttl are those of each message.")
    @APIResponse(
            responseCode = "200",
            description = "What it was told, and said to each; nothing, where it did not differ",
            content = @Content(schema = @Schema(implementation = SettingResultView.Several.class)))
    @APIResponse(
            responseCode = "202",
            description = "Some command has not ended",
            content = @Content(schema = @Schema(implementation = SettingResultView.Several.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response apply(@PathParam("station") String identity, @BeanParam SendOptions options) {
        List<SettingResult> results = restoring.restore(actor.get(), identity, true, options);
        boolean open = results.stream().anyMatch(SettingResult::isOpen);
        return Response.status(open ? ACCEPTED : Response.Status.OK.getStatusCode())
                .entity(SettingResultView.Several.of(results))
                .build();
    }

    @GET
    @Path("/drift")
    @Permission("configuration.read")
    @Operation(
            operationId = "getConfigurationDrift",
            summary = "Shows where a station is not set to what it is to be set to",
            description =
                    "Of a station's groups with different values for the same, the group that was made first counts."
                            + " Values that mean the same are alike, such as TRUE and true.")
    @APIResponse(responseCode = "200", description = "All that it is to be set to, and how it is")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public DriftView.Several drift(@PathParam("station") String identity) {
        return DriftView.Several.of(desired.drift(station(identity)));
    }

    private Station station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity);
    }
}
