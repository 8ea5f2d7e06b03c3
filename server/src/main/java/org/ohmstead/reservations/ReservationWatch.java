package org.ohmstead.reservations;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorState;
import org.ohmstead.stations.availability.ConnectorStates;
import org.ohmstead.stations.availability.ConnectorStatus;

/**
 * Notices how reservations end that no command ends: a session uses one, its connector breaks or is taken out of service. Of each
 * node: what all of them write is the same.
 */
@Singleton
public class ReservationWatch implements EventListener {
    private static final Set<ConnectorStatus> OUT_OF_USE = Set.of(ConnectorStatus.FAULTED, ConnectorStatus.UNAVAILABLE);

    private final SqlReservationStore store;
    private final ConnectorStates connectors;
    private final Clock clock;

    @Inject
    public ReservationWatch(SqlReservationStore store, ConnectorStates connectors, Clock clock) {
        this.store = store;
        this.connectors = connectors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reservations";
    }

    @Override
    public Kind kind() {
        return Kind.LOCAL;
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (id == null) {
            return;
        }
        JsonNode payload = event.payload();
        switch (event.kind()) {
            case "session.started", "session.updated" -> {
                JsonNode session = payload.path("session");
                used(new StationRef(event.tenant(), id, session.path("station").asText()), session);
            }
            case "connector.changed" -> {
                StationRef station = new StationRef(
                        event.tenant(), id, payload.path("identity").asText());
                ConnectorStatus status =
                        ConnectorStatus.of(payload.path("status").asText());
                if (OUT_OF_USE.contains(status) && store.mayHaveSome(station)) {
                    outOfUse(station, payload.path("evse").asInt(), status);
                }
            }
            default -> {
                // of no interest here
            }
        }
    }

    private void used(StationRef station, JsonNode session) {
        JsonNode number = session.path("reservationNumber");
        if (number.isIntegralNumber()) {
            use(station, number.asLong(), session, true);
        } else if (store.mayHaveSome(station)) {
            Reservation matching = matching(store.readOpen(station), session);
            if (matching != null) {
                use(station, matching.number(), session, false);
            }
        }
    }

    /** Stations that forget to say which one it uses: that of the same token or group, at that EVSE before any other. */
    private static @Nullable Reservation matching(List<Reservation> open, JsonNode session) {
        String token = text(session.path("token"));
        int evse = session.path("evse").asInt(-1);
        return open.stream()
                .filter(Reservation::isAccepted)
                .filter(one -> one.place().evse() == evse || one.place().evse() == 0)
                .filter(one -> one.holder().admits(token, text(session.path("tokenGroup"))))
                .filter(one -> isWithin(one, session))
                .max(Comparator.comparingInt(one -> one.place().evse()))
                .orElse(null);
    }

    private static boolean isWithin(Reservation one, JsonNode session) {
        Instant began = Instant.parse(session.path("startedAt").asText());
        return !began.isBefore(one.createdAt().truncatedTo(ChronoUnit.SECONDS)) && !began.isAfter(one.expiresAt());
    }

    /** What the station says it used it has used, even if it is over by our clock: it may have been offline. */
    private void use(StationRef station, long number, JsonNode session, boolean said) {
        long id = session.path("id").asLong();
        Instant heard = Instant.parse(session.path("receivedAt").asText());
        store.write(
                station,
                tx -> store.change(tx, station, number, before -> {
                    if (before == null || before.state() == ReservationState.USED) {
                        return null;
                    }
                    boolean may =
                            (said || before.isAccepted()) && !before.createdAt().isAfter(heard);
                    return may ? before.usedBy(id, now()) : null;
                }));
    }

    /** 1.6 §5.13, H01: with that a reservation ends. Of an EVSE with several connectors only when none is left. */
    private void outOfUse(StationRef station, int evse, ConnectorStatus status) {
        List<Reservation> held = store.readOpen(station).stream()
                .filter(Reservation::isAccepted)
                .filter(one -> evse == 0 || one.place().evse() == evse)
                .toList();
        boolean whole = !held.isEmpty()
                && connectors.of(station).stream()
                        .filter(state -> evse == 0 ? state.evse() == 0 : state.evse() == evse)
                        .map(ConnectorState::status)
                        .allMatch(OUT_OF_USE::contains);
        if (whole) {
            ReservationState next =
                    status == ConnectorStatus.FAULTED ? ReservationState.FAULTED : ReservationState.UNAVAILABLE;
            store.write(station, tx -> {
                held.forEach(one -> store.change(
                        tx,
                        station,
                        one.number(),
                        before ->
                                before == null || !before.isAccepted() ? null : before.to(next, before.said(), now())));
                return true;
            });
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
