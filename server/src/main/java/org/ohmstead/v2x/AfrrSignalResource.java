package org.ohmstead.v2x;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;

/** REST: the signal for automatic frequency restoration. */
@Path("/api/v1/stations/{station}/afrr-signal")
@Tag(name = "V2X")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AfrrSignalResource {
    private final Verbs verbs;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    public AfrrSignalResource(Verbs verbs, CurrentActor actor, Clock clock) {
        this.verbs = verbs;
        this.actor = actor;
        this.clock = clock;
    }

    /** A signal. */
    @Schema(name = "AfrrSignal")
    public record Body(
            @Schema(
                    description = "A point on the signal axis of v2xSignalWattCurve in the charging profile that runs",
                    required = true)
            @Nullable
            Integer signal,

            @Schema(description = "When it takes effect; default: now") @Nullable
            Instant timestamp) {}

    @POST
    @LongestAnswer(6)
    @Permission("v2x.write")
    @Operation(
            operationId = "sendAfrrSignal",
            summary = "Passes a signal for automatic frequency restoration on to a station (AFRRSignal)",
            description = "The station follows it by the curve of the charging profile that runs, on all its EVSEs; it"
                    + " answers Rejected unless a period of LocalFrequency with such a curve is active (OCPP 2.1"
                    + " Q08).")
    @APIResponse(
            responseCode = "200",
            description = "What became of it, whatever it is",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not ended; Location shows the command",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response signal(@PathParam("station") String identity, @BeanParam SendOptions options, @Nullable Body body) {
        if (body == null || body.signal() == null) {
            throw Refused.invalid("signal", "signal is missing; send a whole number.");
        }
        Instant at = body.timestamp() == null ? clock.instant() : body.timestamp();
        ObjectNode payload = Words.newPayload()
                .put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("signal", body.signal());
        return VerbView.answer(verbs.tell(actor.get(), identity, Verb.of("AFRRSignal", payload), options));
    }
}
