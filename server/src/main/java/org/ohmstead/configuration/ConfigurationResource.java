package org.ohmstead.configuration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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

/** Asks a station what it is set to, and sets it. */
@Path("/api/v1/stations/{station}/configuration")
@Tag(name = "Configuration")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ConfigurationResource {
    private static final int ACCEPTED = 202;

    private final ConfigurationReading reading;
    private final ConfigurationWriting writing;
    private final CurrentActor actor;

    @Inject
    public ConfigurationResource(ConfigurationReading reading, ConfigurationWriting writing, CurrentActor actor) {
        this.reading = reading;
        this.writing = writing;
        this.actor = actor;
    }

    @POST
    @Path("/refresh")
    @Permission("configuration.refresh")
    @LongestAnswer(6)
    @Operation(
            operationId = "refreshConfiguration",
            summary = "Asks a station what it is set to",
            description =
                    "1.6: GetConfiguration, of what it leaves out once more by name, in portions that it takes. 2.x: a"
                            + " report (GetBaseReport or GetReport), whose pages come in what follows, or GetVariables."
                            + " What it tells is in GET /api/v1/stations/{station}/configuration. A full report replaces"
                            + " what was known before; nothing else removes anything, but what the station says that it"
                            + " does not know. wait, timeout and ttl are those of each message.")
    @APIResponse(
            responseCode = "200",
            description = "All commands have ended; the reports go on",
            content = @Content(schema = @Schema(implementation = RefreshView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Some command has not ended",
            content = @Content(schema = @Schema(implementation = RefreshView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response refresh(
            @PathParam("station") String identity, @Nullable RefreshBody body, @BeanParam SendOptions options) {
        ConfigurationReading.Asked asked = reading.ask(actor.get(), identity, RefreshBody.wish(body), options);
        boolean ended =
                asked.commands().stream().allMatch(each -> each.command().hasEnded());
        return Response.status(ended ? Response.Status.OK.getStatusCode() : ACCEPTED)
                .entity(RefreshView.of(asked))
                .build();
    }

    @PATCH
    @Permission("configuration.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "setConfiguration",
            summary = "Sets values of a station, and tells what it says to each",
            description =
                    "1.6: ChangeConfiguration, one by one. 2.x: SetVariables, as many in a message as it takes. Behind"
                            + " one that is not answered no other is sent. Passwords and keys are sent, and never kept."
                            + " wait, timeout and ttl are those of each message.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each; some may have been refused",
            content = @Content(schema = @Schema(implementation = SettingResultView.Several.class)))
    @APIResponse(
            responseCode = "202",
            description = "Some command has not ended",
            content = @Content(schema = @Schema(implementation = SettingResultView.Several.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response set(
            @PathParam("station") String identity, SettingBody.@Nullable Several body, @BeanParam SendOptions options) {
        List<SettingResult> results = writing.write(actor.get(), identity, SettingBody.Several.settings(body), options);
        boolean open = results.stream().anyMatch(SettingResult::isOpen);
        return Response.status(open ? ACCEPTED : Response.Status.OK.getStatusCode())
                .entity(SettingResultView.Several.of(results))
                .build();
    }
}
