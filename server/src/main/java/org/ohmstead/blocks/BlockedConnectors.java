package org.ohmstead.blocks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorState;
import org.ohmstead.stations.availability.ConnectorStates;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenStatus;
import org.ohmstead.tokens.TokenVerdict;
import org.ohmstead.tokens.VerdictRule;

/**
 * No session begins where it is blocked, even if the station does not know or obey. The word is that of a token that is of no use
 * here: "blocked" would be kept with the token by the station. Only starts are refused; who shows a token may want to stop.
 */
@Singleton
public class BlockedConnectors implements VerdictRule {
    /** Behind what concerns the token itself; what stands in the way of anybody is looked at first of what other slices say. */
    private static final int ORDER = 10;

    private final ConnectorBlocks blocks;
    private final ConnectorStates connectors;

    @Inject
    public BlockedConnectors(ConnectorBlocks blocks, ConnectorStates connectors) {
        this.blocks = blocks;
        this.connectors = connectors;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Refusal> refuses(TokenVerdict verdict, TokenQuery query) {
        if (query.purpose() != TokenQuery.Purpose.START) {
            return Optional.empty();
        }
        List<ConnectorBlock> standing = blocks.standing(query.station());
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        Integer evse = query.about().evse();
        return standing.stream()
                .filter(block -> block.place().isStation()
                        || evse != null && isOf(block, evse) && isWhole(block, query.station(), evse, standing))
                .findFirst()
                .map(block -> new Refusal(TokenStatus.NOT_AT_THIS_LOCATION, reason(block, evse)));
    }

    private static boolean isOf(ConnectorBlock block, int evse) {
        return block.place().evse() == evse;
    }

    /**
     * Which connector it is about is not said: with one that is free, the EVSE is not blocked. Nor is one of which no connector is
     * known any more: those that were blocked may be gone.
     */
    private boolean isWhole(ConnectorBlock block, StationRef station, int evse, List<ConnectorBlock> standing) {
        if (block.place().connector() == 0) {
            return true;
        }
        List<Integer> known = connectors.of(station).stream()
                .filter(state -> state.evse() == evse)
                .map(ConnectorState::connector)
                .toList();
        return !known.isEmpty()
                && known.stream()
                        .allMatch(connector -> standing.stream().anyMatch(each -> each.blocks(evse, connector)));
    }

    private static String reason(ConnectorBlock block, @Nullable Integer evse) {
        String what = block.place().isStation() ? "the station" : "EVSE " + evse;
        return what + " is blocked: " + block.terms().reason();
    }
}
