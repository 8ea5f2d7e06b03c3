package org.ohmstead.diagnosis;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.ohmstead.api.QueryWords;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** Why a session did not start. */
@Path("/api/v1/stations/{station}/start-diagnosis")
@Tag(name = "Sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StartDiagnosisResource {
    private final StartDiagnoses diagnoses;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StartDiagnosisResource(StartDiagnoses diagnoses, Stations stations, CurrentActor actor) {
        this.diagnoses = diagnoses;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("session.read")
    @Operation(
            operationId = "getStartDiagnosis",
            summary = "Says why a session did not start at a station",
            description =
                    "Goes through connection, registration, connector, authorization, reservation, block, remote start, what the"
                            + " station told of a session, charging profiles, faults and clock, from 15 minutes before the"
                            + " moment to 5 minutes after it. Each check has a verdict (ok, problem, unknown), a code,"
                            + " facts and what it rests on; conclusion is the code that tells most. There is no prose:"
                            + " docs/api.md says what each code means. Connectors, registration and clock are told as they are now,"
                            + " because what they were is not kept.")
    @APIResponse(responseCode = "200", description = "What was found")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public StartDiagnosis get(
            @PathParam("station") String identity,
            @Parameter(description = "A value of the token, in any spelling; default: any")
                    @QueryParam("token")
                    @Nullable
                    String token,
            @Parameter(description = "When it should have started; default: now") @QueryParam("at") @Nullable
                    String at) {
        return diagnoses.of(
                StationPaths.find(stations, actor.scope(), identity),
                QueryWords.text(token),
                QueryWords.time("at", at));
    }
}
