package org.ohmstead.smartcharging.profiles;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** REST: the charging profiles of a station and what became of them. */
@Path("/api/v1/stations/{station}/charging-profiles")
@Tag(name = "Smart charging")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ChargingProfileListResource {
    private final ChargingProfiles profiles;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public ChargingProfileListResource(ChargingProfiles profiles, Stations stations, CurrentActor actor) {
        this.profiles = profiles;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("charging-profile.read")
    @Operation(
            operationId = "listChargingProfiles",
            summary = "Lists its charging profiles, with what became of each",
            description = "By whatever way they were set, and those that the station reported. Those that are cleared,"
                    + " replaced or over stay as history.")
    @APIResponse(responseCode = "200", description = "A page of them, the newest first")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<ChargingProfileView> list(
            @PathParam("station") String identity,
            @Parameter(description = "true: only those that the station has, or may have")
                    @QueryParam("standing")
                    @Nullable
                    String standing,
            @Parameter(description = "Where they stand; 0: the station, or each EVSE of it")
                    @QueryParam("evse")
                    @Nullable
                    String evse,
            @Parameter(description = "What they govern, such as TxDefaultProfile") @QueryParam("purpose") @Nullable
                    String purpose,
            @Parameter(description = "By which the station knows them: the history of one")
                    @QueryParam("number")
                    @Nullable
                    String number,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String what = ChargingProfileResource.purpose(purpose);
        ProfileFilter filter = new ProfileFilter(
                QueryWords.number("number", number),
                QueryWords.evse(evse),
                what == null ? null : List.of(what),
                null,
                null,
                Boolean.TRUE.equals(QueryWords.flag("standing", standing)) ? ProfileState.STANDING : Set.of());
        return profiles.page(station(identity), filter, Limit.of(limit), Cursor.of(cursor))
                .map(ChargingProfileView::of);
    }

    @GET
    @Path("/{number}")
    @Permission("charging-profile.read")
    @Operation(
            operationId = "getChargingProfile",
            summary = "Shows the newest charging profile of a number, whatever became of it")
    @APIResponse(responseCode = "200", description = "The profile")
    @APIResponse(responseCode = "404", description = "There is no such station or profile")
    public ChargingProfileView get(
            @PathParam("station") String identity,
            @Parameter(description = "By which the station knows it") @PathParam("number") String number) {
        long named = number(number);
        return profiles.find(station(identity), named)
                .map(ChargingProfileView::of)
                .orElseThrow(() -> Refused.notFound("Station '" + identity + "' has had no profile " + named
                        + ". GET /api/v1/stations/{station}/charging-profiles lists what it has and had."));
    }

    static long number(String number) {
        long read = number.matches("-?\\d{1,10}") ? Long.parseLong(number) : Long.MAX_VALUE;
        if (read != (int) read) {
            throw Refused.notFound("There is no profile '" + number + "'; its number is a whole one up to 2147483647.");
        }
        return read;
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
