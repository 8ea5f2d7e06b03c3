package org.ohmstead.remote.availability;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.blocks.BlockPlace;
import org.ohmstead.blocks.BlockPlaces;
import org.ohmstead.blocks.ConnectorBlock;
import org.ohmstead.blocks.ConnectorBlocks;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** The availability that somebody wants of a station, its EVSEs and its connectors. */
@Path("/api/v1/stations/{station}/availability")
@Tag(name = "Remote control")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AvailabilityResource {
    private static final String OUT_OF_SERVICE = "Out of service";

    private final ConnectorBlocks blocks;
    private final BlockPlaces places;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public AvailabilityResource(ConnectorBlocks blocks, BlockPlaces places, Stations stations, CurrentActor actor) {
        this.blocks = blocks;
        this.places = places;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("station.read")
    @Operation(
            operationId = "listWantedAvailability",
            summary = "Lists what of a station is wanted to be in service or out of it, and whether the station obeys",
            description =
                    "What somebody has said, until somebody says otherwise; of what nobody has spoken about nothing is"
                            + " said. There are never more than a page holds.")
    @APIResponse(responseCode = "200", description = "All of it, the widest first")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<AvailabilityView> list(@PathParam("station") String identity) {
        return new Page<>(
                blocks.wanted(station(identity)).stream()
                        .map(AvailabilityView::of)
                        .toList(),
                null);
    }

    @PUT
    @Permission("connector.block")
    @Operation(
            operationId = "setAvailability",
            summary = "Wants a station, an EVSE or a connector to be in service or out of it",
            description =
                    "Kept, and told to the station with ChangeAvailability as soon as it is connected, and again after"
                            + " each boot. While a session runs the station may schedule it, which is followed to its end."
                            + " Out of service is a block: it counts at once, whatever the station says. In service lifts"
                            + " the block of that very place; what is blocked of it, or with it, by itself stays so. The"
                            + " events availability.accepted, scheduled, rejected and not-supported tell what the station"
                            + " says.")
    @APIResponse(responseCode = "200", description = "What is wanted; its result says what the station has said so far")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(
            responseCode = "404",
            description = "There is no such station, or it has reported no such EVSE or connector")
    public AvailabilityView set(@PathParam("station") String identity, @Nullable AvailabilityBody body) {
        Boolean operative = body == null ? null : body.operative();
        if (body == null || operative == null) {
            throw Refused.invalid("operative", "operative is missing; allowed are true and false.");
        }
        if (operative && body.until() != null) {
            throw Refused.invalid(
                    "until", "until is " + body.until() + ", and only out of service ends by itself. Leave it out.");
        }
        StationRef station = station(identity);
        BlockPlace place = place(station, body);
        ConnectorBlock wanted = operative
                ? blocks.putInService(actor.get(), station, place, body.reason())
                : blocks.block(
                        actor.get(),
                        station,
                        place,
                        new ConnectorBlocks.Wanted(
                                body.reason() == null ? OUT_OF_SERVICE : body.reason(), body.until()),
                        standing -> {});
        return AvailabilityView.of(wanted);
    }

    private BlockPlace place(StationRef station, AvailabilityBody body) {
        Integer evse = body.evse();
        Integer connector = body.connector();
        if (evse == null) {
            if (connector != null) {
                throw Refused.invalid("evse", "evse is missing, and connector counts within an EVSE. Say which EVSE.");
            }
            return BlockPlace.STATION;
        }
        return connector == null
                ? places.evse(station, evse.toString())
                : places.connector(station, evse.toString(), connector.toString());
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
