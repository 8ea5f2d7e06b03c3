package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.smartcharging.schedule.json.Words;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** REST: sets and clears charging profiles. */
@Path("/api/v1/stations/{station}/charging-profiles")
@Tag(name = "Smart charging")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ChargingProfileResource {
    private static final String HOW =
            "The same body for stations of every version: it becomes what 1.6 calls a profile where a station speaks"
                    + " that, and is refused where 1.6 has no words for it. A profile that a station would rightly refuse"
                    + " is not sent. What a station refuses otherwise is tried in other forms, as fallback allows, and"
                    + " what it takes is remembered: GET .../smart-charging.";
    private static final String TRIED = "What the station said, to each form that was tried";
    private static final String WAITS = "It waits for its station, or the station for longer than the request";
    private static final String TOO_MANY = "Too many commands wait for this station";
    private static final String TAKEN =
            "Another profile has its place, or the station's registration does not let it pass yet; the problem says"
                    + " which";
    private static final String NONE = "There is no station of this identity";

    private final ChargingProfiles profiles;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public ChargingProfileResource(ChargingProfiles profiles, Stations stations, CurrentActor actor) {
        this.profiles = profiles;
        this.stations = stations;
        this.actor = actor;
    }

    @POST
    @LongestAnswer(6)
    @Permission("charging-profile.write")
    @Operation(
            operationId = "setChargingProfile",
            summary = "Sets a charging profile (SetChargingProfile)",
            description = HOW)
    @APIResponse(
            responseCode = "200",
            description = TRIED,
            content = @Content(schema = @Schema(implementation = ProfileSetView.class)))
    @APIResponse(
            responseCode = "202",
            description = WAITS,
            content = @Content(schema = @Schema(implementation = ProfileSetView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = TAKEN)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response set(
            @PathParam("station") String identity, @BeanParam SendOptions options, @Nullable ProfileBody body) {
        return set(identity, ProfileBody.wanted(body), options);
    }

    @PUT
    @Path("/{number}")
    @LongestAnswer(6)
    @Permission("charging-profile.write")
    @Operation(
            operationId = "replaceChargingProfile",
            summary = "Sets a charging profile with a number, in place of the one that has it (SetChargingProfile)",
            description = HOW)
    @APIResponse(
            responseCode = "200",
            description = TRIED,
            content = @Content(schema = @Schema(implementation = ProfileSetView.class)))
    @APIResponse(
            responseCode = "202",
            description = WAITS,
            content = @Content(schema = @Schema(implementation = ProfileSetView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = TAKEN)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response replace(
            @PathParam("station") String identity,
            @Parameter(description = "By which the station knows it") @PathParam("number") String number,
            @BeanParam SendOptions options,
            @Nullable ProfileBody body) {
        ChargingProfiles.Wanted wanted = ProfileBody.wanted(body);
        long named = ChargingProfileListResource.number(number);
        if (wanted.profile().has("id") && wanted.profile().path("id").asLong(-1) != named) {
            throw Refused.invalid(
                    "profile.id",
                    "profile.id is " + wanted.profile().path("id") + " and the path says " + named + ". Leave it out.");
        }
        wanted.profile().put("id", (int) named);
        return set(identity, wanted, options);
    }

    private Response set(String identity, ChargingProfiles.Wanted wanted, SendOptions options) {
        ChargingProfiles.Outcome outcome = profiles.set(actor.get(), identity, wanted, options);
        StoredProfile kept = profiles.ofCommand(
                        station(identity), outcome.result().command().id())
                .orElse(null);
        return VerbView.answer(outcome.result(), ProfileSetView.of(outcome, kept));
    }

    @DELETE
    @Path("/{number}")
    @Consumes(MediaType.WILDCARD)
    @LongestAnswer(6)
    @Permission("charging-profile.write")
    @Operation(
            operationId = "clearChargingProfile",
            summary = "Clears a charging profile (ClearChargingProfile)",
            description =
                    "Unknown as its answer means that the station has none of this number. It stays in the list, as"
                            + " cleared.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = WAITS,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response clear(
            @PathParam("station") String identity,
            @Parameter(description = "By which the station knows it") @PathParam("number") String number,
            @BeanParam SendOptions options) {
        return VerbView.answer(
                profiles.clear(actor.get(), identity, ChargingProfileListResource.number(number), options));
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    @LongestAnswer(6)
    @Permission("charging-profile.write")
    @Operation(
            operationId = "clearChargingProfiles",
            summary = "Clears all charging profiles that match (ClearChargingProfile)",
            description =
                    "Also those that somebody else has left there, who may have known the station before. Limits from"
                            + " outside stay. Without any parameter nothing is cleared: say all=true for all.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = WAITS,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response clearMatching(
            @PathParam("station") String identity,
            @Parameter(description = "Where they stand; 0: the station, or each EVSE of it")
                    @QueryParam("evse")
                    @Nullable
                    String evse,
            @Parameter(description = "What they govern, such as TxDefaultProfile") @QueryParam("purpose") @Nullable
                    String purpose,
            @QueryParam("stackLevel") @Nullable String stackLevel,
            @Parameter(description = "true: all of them") @QueryParam("all") @Nullable String all,
            @BeanParam SendOptions options) {
        Integer place = QueryWords.evse(evse);
        String what = purpose(purpose);
        Long level = QueryWords.number("stackLevel", stackLevel);
        boolean every = Boolean.TRUE.equals(QueryWords.flag("all", all));
        if (!every && place == null && what == null && level == null) {
            throw Refused.invalid("all", "Nothing says which to clear; give evse, purpose or stackLevel, or all=true.");
        }
        return VerbView.answer(
                profiles.clear(actor.get(), identity, place, what, level == null ? null : level.intValue(), options));
    }

    static @Nullable String purpose(@Nullable String word) {
        String given = QueryWords.text(word);
        return given == null
                ? null
                : Words.purpose(given)
                        .map(Words::of)
                        .orElseThrow(() -> Refused.invalid(
                                "purpose", "purpose is '" + given + "'; allowed are " + Words.purposes() + "."));
    }

    @POST
    @Path("/refresh")
    @Consumes(MediaType.WILDCARD)
    @LongestAnswer(6)
    @Permission("charging-profile.write")
    @Operation(
            operationId = "refreshChargingProfiles",
            summary = "Asks the station for the profiles that it has (GetChargingProfiles)",
            description =
                    "It tells them in the seconds that follow; those that it does not tell then are cleared. The pages"
                            + " stay as a report, too. Stations of OCPP 1.6 have no such command.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = WAITS,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response refresh(
            @PathParam("station") String identity,
            @Parameter(description = "Only those that stand there") @QueryParam("evse") @Nullable String evse,
            @Parameter(description = "Only those of it, such as TxDefaultProfile") @QueryParam("purpose") @Nullable
                    String purpose,
            @BeanParam SendOptions options) {
        return VerbView.answer(
                profiles.refresh(actor.get(), identity, QueryWords.evse(evse), purpose(purpose), options));
    }

    @POST
    @Path("/{number}/values")
    @LongestAnswer(6)
    @Permission("charging-profile.write")
    @Operation(
            operationId = "updateChargingProfile",
            summary = "Gives a dynamic profile new values (UpdateDynamicSchedule)",
            description =
                    "Stations before OCPP 2.1 have no dynamic profiles. With push: false the station is told when it"
                            + " asks.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said; with push: false the profile as it is kept",
            content = @Content(schema = @Schema(oneOf = {VerbView.class, ChargingProfileView.class})))
    @APIResponse(
            responseCode = "202",
            description = WAITS,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(
            responseCode = "404",
            description = "There is no such station, or it has no dynamic profile of this number")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response update(
            @PathParam("station") String identity,
            @Parameter(description = "By which the station knows it") @PathParam("number") String number,
            @BeanParam SendOptions options,
            @Nullable ProfileUpdateBody body) {
        if (body == null || !(body.values() instanceof ObjectNode values) || values.isEmpty()) {
            throw Refused.invalid(
                    "values", "values is missing or empty; it is a ChargingScheduleUpdate such as {\"limit\":7400}.");
        }
        long named = ChargingProfileListResource.number(number);
        if (Boolean.FALSE.equals(body.push())) {
            return Response.ok(ChargingProfileView.of(profiles.keep(actor.get(), station(identity), named, values)))
                    .build();
        }
        return VerbView.answer(profiles.update(actor.get(), identity, named, values, options));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
