package org.ohmstead.partners;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.blocks.BlockPlace;
import org.ohmstead.blocks.BlockPlaces;
import org.ohmstead.blocks.ConnectorBlock;
import org.ohmstead.blocks.ConnectorBlocks;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.availability.ConnectorStates;
import org.ohmstead.stations.availability.StationConnector;

/** Connectors as partners see them, and blocking one. */
@Singleton
public class PartnerConnectors {
    private final Stations stations;
    private final StationLinks links;
    private final ConnectorStates states;
    private final ConnectorBlocks blocks;
    private final BlockPlaces places;

    @Inject
    public PartnerConnectors(
            Stations stations, StationLinks links, ConnectorStates states, ConnectorBlocks blocks, BlockPlaces places) {
        this.stations = stations;
        this.links = links;
        this.states = states;
        this.blocks = blocks;
        this.places = places;
    }

    /** Of all stations within the scope, in the order of their identities. */
    Page<PartnerConnector> page(Scope scope, Limit limit, @Nullable Cursor cursor) {
        Page<StationConnector> page = states.pageOfAll(scope, limit, cursor);
        Set<StationRef> some =
                page.items().stream().map(StationConnector::station).collect(Collectors.toSet());
        Map<Long, List<ConnectorBlock>> standing = some.isEmpty() ? Map.of() : blocks.standing(scope, some);
        return page.map(row -> PartnerConnector.of(
                row.station(),
                row.state(),
                standing.getOrDefault(row.station().id(), List.of()),
                links.isConnected(row.station())));
    }

    /** Of one station, whoever may see it; none: it has reported none, or was deleted. */
    List<PartnerConnector> of(StationRef station) {
        List<ConnectorBlock> standing = blocks.standingNow(station);
        boolean connected = links.isConnected(station);
        return states.of(station).stream()
                .filter(state -> state.evse() > 0)
                .map(state -> PartnerConnector.of(station, state, standing, connected))
                .toList();
    }

    /** @throws Refused not found, also where it is not within the scope */
    PartnerConnector get(Scope scope, String identity, String evse, String connector) {
        StationRef station = station(scope, identity);
        BlockPlace place = places.connector(station, evse, connector);
        return of(station).stream()
                .filter(each -> each.evse() == place.evse() && each.connector() == place.connector())
                .findFirst()
                .orElseThrow(() -> Refused.notFound("The connector was removed meanwhile."));
    }

    /**
     * Blocks a connector. Who has blocked it first has the say over it: a partner cannot take over, and so perhaps end, the block of
     * somebody else.
     */
    ConnectorBlock block(Actor by, String identity, String evse, String connector, ConnectorBlocks.Wanted wanted) {
        StationRef station = station(by.scope(), identity);
        return blocks.block(by, station, places.connector(station, evse, connector), wanted, own(by));
    }

    /** Lifts an own block, also of a connector that was removed meanwhile. */
    void unblock(Actor by, String identity, String evse, String connector) {
        StationRef station = station(by.scope(), identity);
        BlockPlace place = BlockPlace.connector(evse, connector);
        boolean blocked =
                blocks.standing(station).stream().anyMatch(each -> each.place().equals(place));
        if (!blocked) {
            throw Refused.notFound("Connector " + connector + " of EVSE " + evse + " of " + station.identity()
                    + " is not blocked by itself, so there is nothing to lift.");
        }
        blocks.unblock(by, station, place, own(by));
    }

    private static Consumer<ConnectorBlock> own(Actor by) {
        return standing -> {
            if (!standing.terms().by().equals(by.word())) {
                throw Refused.conflict(
                        null,
                        "Somebody else has blocked this connector, and only they or its operator change that. Ask the operator.");
            }
        };
    }

    private StationRef station(Scope scope, String identity) {
        return stations.find(scope, identity)
                .orElseThrow(
                        () -> Refused.notFound(
                                "There is no station '" + identity
                                        + "' among those that you see. GET /api/v1/partner/connectors lists them with their connectors."))
                .ref();
    }
}
