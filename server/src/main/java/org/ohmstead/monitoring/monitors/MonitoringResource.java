package org.ohmstead.monitoring.monitors;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
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
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** What a station reports of what it watches. */
@Path("/api/v1/stations/{station}/monitoring")
@Tag(name = "Monitoring")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MonitoringResource {
    private static final Set<String> BASES = Set.of("All", "FactoryDefault", "HardWiredOnly");

    private final Monitors monitors;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public MonitoringResource(Monitors monitors, Stations stations, CurrentActor actor) {
        this.monitors = monitors;
        this.stations = stations;
        this.actor = actor;
    }

    /** A set of monitors. */
    @Schema(name = "MonitoringBase")
    public record Base(
            @Schema(
                    required = true,
                    enumeration = {"All", "FactoryDefault", "HardWiredOnly"},
                    description =
                            "All: also those that the maker has switched off. FactoryDefault: those that the maker"
                                    + " recommends, and none that was set since. HardWiredOnly: those that cannot be"
                                    + " switched off")
            @Nullable
            String base) {}

    /** How grave an event must be. */
    @Schema(name = "MonitoringLevel")
    public record Level(
            @Schema(
                    required = true,
                    minimum = "0",
                    maximum = "9",
                    description = "Events up to this number are reported: 0 danger to life only, 9 all",
                    examples = "8")
            @Nullable
            Integer severity) {}

    @GET
    @Permission("monitor.read")
    @Operation(
            operationId = "getMonitoring",
            summary = "Shows which set of monitors and which severity a station has last agreed to")
    @APIResponse(responseCode = "200", description = "Both, as far as they were set from here")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public MonitoringState get(@PathParam("station") String identity) {
        return monitors.state(station(identity));
    }

    @PUT
    @Path("/base")
    @Permission("monitor.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "setMonitoringBase",
            summary = "Chooses a set of monitors (SetMonitoringBase)",
            description = "Both smaller sets remove the monitors that were set from outside.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said: Accepted, Rejected, NotSupported or EmptyResultSet",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not answered yet; the command goes on",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response base(@PathParam("station") String identity, @BeanParam SendOptions options, @Nullable Base body) {
        StationRef station = station(identity);
        String base = body == null ? null : body.base();
        if (base == null || !BASES.contains(base)) {
            throw Refused.invalid(
                    "base", "base is '" + base + "'; allowed is one of All, FactoryDefault and HardWiredOnly.");
        }
        return VerbView.answer(monitors.base(actor.get(), station.identity(), base, options));
    }

    @PUT
    @Path("/level")
    @Permission("monitor.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "setMonitoringLevel",
            summary = "Chooses how grave an event must be to be reported (SetMonitoringLevel)")
    @APIResponse(
            responseCode = "200",
            description = "What the station said: Accepted or Rejected",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not answered yet; the command goes on",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response level(@PathParam("station") String identity, @BeanParam SendOptions options, @Nullable Level body) {
        StationRef station = station(identity);
        Integer severity = body == null ? null : body.severity();
        if (severity == null || severity < 0 || severity > 9) {
            throw Refused.invalid("severity", "severity is " + severity + "; allowed are 0 (danger to life) to 9.");
        }
        return VerbView.answer(monitors.level(actor.get(), station.identity(), severity, options));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
