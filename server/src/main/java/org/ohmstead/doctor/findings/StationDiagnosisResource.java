package org.ohmstead.doctor.findings;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** What is wrong with a station. */
@Path("/api/v1/stations/{station}/diagnose")
@Tag(name = "Connections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationDiagnosisResource {
    private final StationDiagnoses diagnoses;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StationDiagnosisResource(StationDiagnoses diagnoses, Stations stations, CurrentActor actor) {
        this.diagnoses = diagnoses;
        this.stations = stations;
        this.actor = actor;
    }

    @POST
    @Permission("station.read")
    @Operation(
            operationId = "diagnoseStation",
            summary = "Says what is wrong with a station, by what happened to it in the last hour",
            description =
                    "Refused handshakes, connections and why they ended, registration, silence, clock, failed commands, faults,"
                            + " security events, and where its messages and handshakes differ from the specification: each a"
                            + " sentence with what it rests on and what to do, the worst first. It changes nothing, and sends"
                            + " the station nothing. Why a session did not start is told by GET .../start-diagnosis.")
    @APIResponse(responseCode = "200", description = "What was found")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public StationDiagnosis diagnose(@PathParam("station") String identity) {
        return diagnoses.of(StationPaths.find(stations, actor.scope(), identity));
    }
}
