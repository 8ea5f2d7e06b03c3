package org.ohmstead.stations.securityprofiles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.IfMatch;
import org.ohmstead.api.JsonBody;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** How a station proves who it is. */
@Path("/api/v1/stations/{station}/security")
@Tag(name = "Stations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SecurityResource {
    private final SecurityProfiles profiles;
    private final StationTokens tokens;
    private final Stations stations;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public SecurityResource(
            SecurityProfiles profiles, StationTokens tokens, Stations stations, CurrentActor actor, ObjectMapper json) {
        this.profiles = profiles;
        this.tokens = tokens;
        this.stations = stations;
        this.actor = actor;
        this.json = json;
    }

    /** A token. */
    @Schema(name = "StationToken")
    public record Token(
            @Schema(
                    description =
                            "24 to 64 letters, digits and any of . _ ~ -. Left out: one at random; it is shown this once")
            @Nullable
            String token) {
        @Override
        public String toString() {
            return "(hidden)";
        }
    }

    @GET
    @Permission("station.read")
    @Operation(
            operationId = "getStationSecurity",
            summary = "Shows how a station has to prove who it is, and how it last did")
    @APIResponse(responseCode = "200", description = "Its security profile, and how it last came")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public SecurityView get(@PathParam("station") String identity) {
        return SecurityView.of(profiles.of(find(identity).ref()));
    }

    @PATCH
    @Permission("station.security")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeStationSecurity",
            summary = "Decides how a station has to prove who it is, from its next connection on",
            description =
                    "A JSON merge patch: an absent field stays. The station is told nothing; to move a connected one to a"
                            + " higher profile, use upgrade.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(
            responseCode = "409",
            description = "It would be less safe, and allowLower is not true; or it has no password for it")
    public SecurityView change(
            @PathParam("station") String identity,
            @RequestBody(content = @Content(schema = @Schema(implementation = SecurityBody.class))) @Nullable
                    ObjectNode changes,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        Station station = find(identity);
        StationSecurity before = profiles.of(station.ref());
        IfMatch.of(ifMatch).check(SecurityView.of(before));
        SecurityBody wanted = JsonBody.patch(json, SecurityBody.of(before), changes, SecurityBody.class);
        return SecurityView.of(profiles.decide(actor.get(), station, wanted.decision()));
    }

    @PUT
    @Path("/token")
    @Permission("station.security")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setStationToken",
            summary = "Gives a station a token in place of a password, for one that can do no more",
            description =
                    "It sends it as Authorization: Bearer, or in its URL before the identity, as station-auth-methods"
                            + " says. The one before counts no more.")
    @APIResponse(responseCode = "200", description = "The token. Shown this once: only a hash of it is kept")
    @APIResponse(responseCode = "400", description = "The token is too short, or cannot stand in a URL")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "Tokens do not count here")
    public Token setToken(@PathParam("station") String identity, @Nullable Token body) {
        return new Token(tokens.set(actor.get(), find(identity).ref(), body == null ? null : body.token()));
    }

    @DELETE
    @Path("/token")
    @Permission("station.security")
    @Operation(operationId = "removeStationToken", summary = "Takes a station's token away")
    @APIResponse(responseCode = "204", description = "It has none any more")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public void removeToken(@PathParam("station") String identity) {
        tokens.remove(actor.get(), find(identity).ref());
    }

    private Station find(String identity) {
        return StationPaths.find(stations, actor.scope(), identity);
    }
}
