package org.ohmstead.securityupgrades;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.securityprofiles.ShownUpgrade;

/** A station's way to a higher security profile. */
@Path("/api/v1/stations/{station}/security/upgrade")
@Tag(name = "Stations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SecurityUpgradeResource {
    private final SecurityUpgrades upgrades;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public SecurityUpgradeResource(SecurityUpgrades upgrades, Stations stations, CurrentActor actor) {
        this.upgrades = upgrades;
        this.stations = stations;
        this.actor = actor;
    }

    /** Where it is to go. */
    @Schema(name = "SecurityUpgradeWish")
    public record Body(
            @Schema(description = "1, 2 or 3; higher than the one that it has", required = true) @Nullable
            Integer profile,

            @Schema(description = "Of its network profile (2.x). Default: one that is not in use") @Nullable
            Integer slot,

            @Schema(
                    description =
                            "At which it finds this server by then, without its identity (2.x). Default: as the slot, or"
                                    + " the one in use, has it",
                    examples = "wss://csms.example.com/ocpp")
            @Nullable
            String url,

            @Schema(
                    description = "Of the network (2.x). Default: as the slot, or the one in use, has it",
                    examples = "Wired0")
            @Nullable
            String ocppInterface,

            @Schema(
                    description =
                            "Of profile 3: true where the station has a certificate that was neither signed here nor"
                                    + " shown yet. Default: false",
                    examples = "false")
            @Nullable
            Boolean allowOtherCertificate) {}

    @POST
    @Permission("station.security")
    @Consumes(MediaType.APPLICATION_JSON)
    @LongestAnswer(8)
    @Operation(
            operationId = "upgradeStationSecurity",
            summary = "Moves a connected station to a higher security profile",
            description = "1.6: ChangeConfiguration of SecurityProfile. 2.x: SetNetworkProfile,"
                    + " NetworkConfigurationPriority, then Reset when no transaction runs. Until the station has come by"
                    + " the new profile the old one counts as well; from then on nothing lower does.")
    @APIResponse(responseCode = "200", description = "How it stands")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(
            responseCode = "409",
            description = "It is not higher, another way has not ended, or something is missing: the problem says what")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public ShownUpgrade upgrade(@PathParam("station") String identity, @Nullable Body body) {
        if (body == null || body.profile() == null) {
            throw Refused.invalid("profile", "profile is missing; allowed are 1, 2 and 3.");
        }
        UpgradeWish wish = new UpgradeWish(
                body.profile(),
                body.slot(),
                body.url(),
                body.ocppInterface(),
                Boolean.TRUE.equals(body.allowOtherCertificate()));
        return ShownUpgrade.of(upgrades.begin(actor.get(), identity, wish));
    }

    @DELETE
    @Permission("station.security")
    @Operation(
            operationId = "cancelStationSecurityUpgrade",
            summary = "Ends a station's way to a higher security profile: the old one is the only one again",
            description = "The station is not told. If it has taken the new one it cannot come any more.")
    @APIResponse(responseCode = "200", description = "How it stands")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "It is not on its way")
    public ShownUpgrade cancel(@PathParam("station") String identity) {
        return ShownUpgrade.of(upgrades.cancel(
                actor.get(),
                StationPaths.find(stations, actor.scope(), identity).ref()));
    }
}
