package org.ohmstead.reservations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorState;
import org.ohmstead.stations.availability.ConnectorStates;
import org.ohmstead.stations.availability.ConnectorStatus;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenStatus;
import org.ohmstead.tokens.TokenVerdict;
import org.ohmstead.tokens.VerdictRule;

/**
 * What is kept for somebody is nobody else's, even if the station does not know or obey (H01, 1.6 §5.13). Only starts are refused:
 * who shows a token may want to stop. The word is one that a station does not keep with the token for longer.
 */
@Singleton
public class ReservedConnectors implements VerdictRule {
    /** Behind blocks: where nobody may charge, no reservation matters. */
    private static final int ORDER = 20;

    private final SqlReservationStore store;
    private final ConnectorStates connectors;
    private final Clock clock;

    @Inject
    public ReservedConnectors(SqlReservationStore store, ConnectorStates connectors, Clock clock) {
        this.store = store;
        this.connectors = connectors;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Refusal> refuses(TokenVerdict verdict, TokenQuery query) {
        if (query.purpose() != TokenQuery.Purpose.START || !store.mayHaveSome(query.station())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<Reservation> standing = store.open(query.station()).stream()
                .filter(one -> one.holds(now))
                .toList();
        Integer evse = standing.isEmpty() ? null : query.about().evse();
        if (evse == null) {
            return Optional.empty();
        }
        List<Reservation> here =
                standing.stream().filter(one -> one.place().evse() == evse).toList();
        if (here.stream().anyMatch(one -> admits(one, verdict, query))) {
            return Optional.empty();
        }
        return here.isEmpty() ? anyEvse(standing, verdict, query, evse) : Optional.of(refusal(here.getFirst(), evse));
    }

    /** One for any EVSE keeps others away only where they would take the last one that is free (H01.FR.20). */
    private Optional<Refusal> anyEvse(List<Reservation> standing, TokenVerdict verdict, TokenQuery query, int evse) {
        List<Reservation> any =
                standing.stream().filter(one -> one.place().evse() == 0).toList();
        if (any.isEmpty() || any.stream().anyMatch(one -> admits(one, verdict, query))) {
            return Optional.empty();
        }
        return free(query.station(), evse, standing) < any.size()
                ? Optional.of(refusal(any.getFirst(), evse))
                : Optional.empty();
    }

    /** How many other EVSEs somebody with a reservation for any of them could still take. */
    private long free(StationRef station, int evse, List<Reservation> standing) {
        return connectors.of(station).stream()
                .filter(state -> state.evse() > 0 && state.evse() != evse)
                .filter(state ->
                        state.status() == ConnectorStatus.AVAILABLE || state.status() == ConnectorStatus.RESERVED)
                .map(ConnectorState::evse)
                .distinct()
                .filter(other -> standing.stream().noneMatch(one -> one.place().evse() == other))
                .count();
    }

    /** However the token was read: with any of its values. */
    private static boolean admits(Reservation one, TokenVerdict verdict, TokenQuery query) {
        Token token = verdict.token();
        Stream<String> values =
                token == null ? Stream.of(query.value()) : Stream.concat(Stream.of(query.value()), token.keys());
        return values.anyMatch(value -> one.holder().admits(value, verdict.group()));
    }

    private static Refusal refusal(Reservation one, int evse) {
        return new Refusal(
                TokenStatus.NOT_AT_THIS_TIME,
                "EVSE " + evse + " is kept for somebody else until " + one.expiresAt() + " (reservation " + one.number()
                        + ")");
    }
}
