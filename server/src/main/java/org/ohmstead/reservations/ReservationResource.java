package org.ohmstead.reservations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** Reservations of one station. */
@Path("/api/v1/stations/{station}/reservations")
@Tag(name = "Reservations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReservationResource {
    private final Reservations reservations;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public ReservationResource(Reservations reservations, Stations stations, CurrentActor actor) {
        this.reservations = reservations;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("reservation.read")
    @Operation(
            operationId = "listReservationsOfStation",
            summary = "Lists the reservations of a station, the newest first")
    @APIResponse(responseCode = "200", description = "A page of reservations")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<ReservationView> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        StationRef station = station(identity);
        return reservations
                .page(
                        station.scope(),
                        new SqlReservationStore.Filter(station.id(), null, null),
                        Limit.of(limit),
                        Cursor.of(cursor))
                .map(ReservationView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("reservation.read")
    @Operation(operationId = "getReservation", summary = "Shows a reservation")
    @APIResponse(responseCode = "200", description = "The reservation")
    @APIResponse(responseCode = "404", description = "There is no such station or reservation")
    public ReservationView get(@PathParam("station") String identity, @PathParam("id") String id) {
        return ReservationView.of(reservations.get(station(identity), PathNumber.of("reservation", id)));
    }

    @POST
    @LongestAnswer(6)
    @Permission("reservation.write")
    @Operation(
            operationId = "createReservation",
            summary = "Keeps an EVSE, or any of a station, for a driver (ReserveNow)",
            description =
                    "It stands once the station has answered Accepted, and ends when a session of the token or its"
                            + " group begins there, by its time, when it is cancelled, or when the connector breaks. As"
                            + " long as it stands, sessions of others there are refused, even if the station lets them"
                            + " begin. The token need not be known; one that is blocked or expired is refused. With ttl it"
                            + " waits for a station that is not connected.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said, and the reservation as it stands now",
            content = @Content(schema = @Schema(implementation = ReservationResult.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "The command has not ended: it waits for its station, or the station for longer than the request",
            content = @Content(schema = @Schema(implementation = ReservationResult.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(
            responseCode = "409",
            description = "The token is blocked or expired, the station's registration does not let it pass yet, or the"
                    + " Idempotency-Key stands for another command")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response reserve(
            @PathParam("station") String identity, @BeanParam SendOptions options, @Nullable ReservationBody body) {
        if (body == null) {
            throw Refused.invalid("body", "The body is empty; say for whom it is kept, and until when.");
        }
        return ReservationResult.answer(reservations.reserve(actor.get(), identity, body, options));
    }

    @DELETE
    @Path("/{id}")
    @LongestAnswer(6)
    @Consumes(MediaType.WILDCARD)
    @Permission("reservation.write")
    @Operation(
            operationId = "cancelReservation",
            summary = "Cancels a reservation (CancelReservation)",
            description =
                    "It is over once the station has answered, also where it knows no such reservation. One that still"
                            + " waits for its station is called off, and the command that is shown is the one that asked"
                            + " for it.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said, and the reservation as it stands now",
            content = @Content(schema = @Schema(implementation = ReservationResult.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "The command has not ended: it waits for its station, or the station for longer than the request",
            content = @Content(schema = @Schema(implementation = ReservationResult.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station or reservation")
    @APIResponse(
            responseCode = "409",
            description = "It is over already, or the station's registration does not let the command pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response cancel(
            @PathParam("station") String identity,
            @Parameter(description = "By which the station knows it") @PathParam("id") String id,
            @BeanParam SendOptions options) {
        return ReservationResult.answer(
                reservations.cancel(actor.get(), station(identity), PathNumber.of("reservation", id), options));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
