package org.ohmstead.pricing.assignment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;

/** REST: which tariff applies here, now, for whom, and why. */
@Path("/api/v1/tariffs")
@Tag(name = "Tariffs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ApplicableResource {
    private final ApplicableTariffs applicable;
    private final Assignments assignments;
    private final Targets targets;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    public ApplicableResource(
            ApplicableTariffs applicable, Assignments assignments, Targets targets, CurrentActor actor, Clock clock) {
        this.applicable = applicable;
        this.assignments = assignments;
        this.targets = targets;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Path("/applicable")
    @Permission("tariff.read")
    @Operation(
            operationId = "getApplicableTariff",
            summary = "Says which tariff a session would be charged by, and why no other",
            description =
                    "Every assignment that is for this station, and for this token or any, is considered; each says"
                            + " why it does or does not apply. docs/tariffs.md has the precedence.")
    @APIResponse(responseCode = "200", description = "The one that applies, where there is one, and the others")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public ApplicableView applicable(
            @Parameter(description = "Identity of the station", required = true) @QueryParam("station") @Nullable
                    String station,
            @Parameter(description = "Default: none in particular") @QueryParam("evse") @Nullable String evse,
            @Parameter(description = "Of the EVSE. Default: none in particular") @QueryParam("connector") @Nullable
                    String connector,
            @Parameter(description = "However it is written. Default: none") @QueryParam("token") @Nullable
                    String token,
            @Parameter(description = "When the session begins. Default: now") @QueryParam("at") @Nullable String at) {
        String identity = QueryWords.text(station);
        if (identity == null) {
            throw Refused.invalid("station", "station is missing; it is the identity of the station.");
        }
        Scope scope = actor.scope();
        Instant when = QueryWords.time("at", at);
        Subject subject = targets.subject(
                scope,
                targets.station(scope, identity),
                QueryWords.evse(evse),
                connector(connector),
                QueryWords.text(token),
                when == null ? clock.instant() : when);
        return ApplicableView.of(applicable.of(subject), each -> assignments.isSeen(scope, each));
    }

    private static @Nullable Integer connector(@Nullable String text) {
        Long number = QueryWords.number("connector", text);
        if (number != null && (number < 1 || number > Integer.MAX_VALUE)) {
            throw Refused.invalid("connector", "connector is " + text + "; allowed is a whole number from 1.");
        }
        return number == null ? null : number.intValue();
    }
}
