package org.ohmstead.stations.availability;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
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
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** The connectors of one station. */
@Path("/api/v1/stations/{station}/connectors")
@Tag(name = "Stations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ConnectorResource {
    private final Stations stations;
    private final StationLinks links;
    private final ConnectorStates connectors;
    private final BlockMarks blocks;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    public ConnectorResource(
            Stations stations,
            StationLinks links,
            ConnectorStates connectors,
            BlockMarks blocks,
            CurrentActor actor,
            Clock clock) {
        this.stations = stations;
        this.links = links;
        this.connectors = connectors;
        this.blocks = blocks;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Permission("station.read")
    @Operation(summary = "Lists its connectors with their state; EVSE 0 is the station itself")
    @APIResponse(responseCode = "200", description = "A page of them, in the order of EVSE and connector")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<ConnectorView> connectors(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Station station = station(identity);
        boolean connected = links.isConnected(station.ref());
        List<BlockMark> marks = blocks.marks(station.ref());
        return connectors
                .page(station.ref(), Limit.of(limit), Cursor.of(cursor))
                .map(state -> ConnectorView.of(state, station, connected, marks));
    }

    @DELETE
    @Permission("station.write")
    @Path("/{evse}/{connector}")
    @Operation(
            summary = "Removes a connector that is gone",
            description = "Its sessions stay. If the station reports it again, it comes back.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "400", description = "A number is none")
    @APIResponse(responseCode = "404", description = "There is no such station, or it has reported no such connector")
    public void removeConnector(
            @PathParam("station") String identity,
            @Parameter(description = "As in the list; connector n of OCPP 1.6 is connector 1 of EVSE n")
                    @PathParam("evse")
                    String evse,
            @Parameter(description = "Counted within its EVSE; 0 where the EVSE is the station itself")
                    @PathParam("connector")
                    String connector) {
        connectors.remove(
                actor.get(),
                station(identity).ref(),
                number("evse", evse),
                number("connector", connector),
                clock.instant());
    }

    private static int number(String name, String text) {
        Long number = QueryWords.number(name, text);
        if (number == null || number < 0 || number > Integer.MAX_VALUE) {
            throw Refused.invalid(name, name + " is '" + text + "'; allowed is a whole number from 0.");
        }
        return number.intValue();
    }

    private Station station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity);
    }
}
