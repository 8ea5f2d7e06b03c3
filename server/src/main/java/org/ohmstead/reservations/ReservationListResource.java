package org.ohmstead.reservations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;
import org.ohmstead.tokens.Token;

/** Reservations of all stations. */
@Path("/api/v1/reservations")
@Tag(name = "Reservations", description = "Connectors that are kept for a driver for a while")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReservationListResource {
    private final Reservations reservations;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public ReservationListResource(Reservations reservations, Stations stations, CurrentActor actor) {
        this.reservations = reservations;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("reservation.read")
    @Operation(
            operationId = "listReservations",
            summary = "Lists the reservations of all stations, the newest first",
            description = "Those that are over stay in it for as long as notices are kept (notice-retention).")
    @APIResponse(responseCode = "200", description = "A page of reservations")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<ReservationView> list(
            @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable String station,
            @Parameter(description = "How far it has come", schema = @Schema(implementation = ReservationState.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "The token that it is kept for, however it is written")
                    @QueryParam("token")
                    @Nullable
                    String token,
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        String value = QueryWords.text(token);
        SqlReservationStore.Filter filter = new SqlReservationStore.Filter(
                identity == null
                        ? null
                        : StationPaths.find(stations, actor.scope(), identity)
                                .ref()
                                .id(),
                QueryWords.word("state", ReservationState.class, state),
                value == null ? null : Token.key(value));
        return reservations
                .page(actor.scope(stationGroup), filter, Limit.of(limit), Cursor.of(cursor))
                .map(ReservationView::of);
    }
}
