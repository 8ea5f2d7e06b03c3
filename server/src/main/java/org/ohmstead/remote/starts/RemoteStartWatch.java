package org.ohmstead.remote.starts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.QuietStations;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.remote.RemoteSettings;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorState;
import org.ohmstead.stations.availability.ConnectorStates;
import org.ohmstead.stations.availability.ConnectorStatus;
import org.ohmstead.tokens.Tokens;

/** Notices the vehicle that is plugged in, and the session that begins, after a remote start. */
@Singleton
public class RemoteStartWatch implements EventListener {
    /** Stations that were offline tell of their sessions later than that, and then by a number. */
    private static final Duration LOOKED_AT = Duration.ofDays(1);
    /** A session may begin while the station's answer is on its way, and its clock may be a little off. */
    private static final Duration SLACK = Duration.ofSeconds(60);
    /** A station that does not answer has no longer than this to say so. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

    /** What a connector is with a vehicle at it, before or while it is charged. */
    private static final Set<ConnectorStatus> PLUGGED = Set.of(
            ConnectorStatus.PREPARING,
            ConnectorStatus.OCCUPIED,
            ConnectorStatus.CHARGING,
            ConnectorStatus.SUSPENDED_EV,
            ConnectorStatus.SUSPENDED_EVSE);

    private final SqlRemoteStartStore store;
    private final ConnectorStates connectors;
    private final Tokens tokens;
    private final RemoteSettings settings;
    private final Clock clock;
    private final QuietStations quiet = new QuietStations();

    @Inject
    public RemoteStartWatch(
            SqlRemoteStartStore store,
            ConnectorStates connectors,
            Tokens tokens,
            RemoteSettings settings,
            Clock clock) {
        this.store = store;
        this.connectors = connectors;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remote-starts";
    }

    @Override
    public Kind kind() {
        return Kind.DURABLE;
    }

    @Override
    public void begin() {
        quiet.clear();
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (id == null) {
            return;
        }
        if (event.kind().startsWith("remote-start.")) {
            quiet.remove(id);
        }
        JsonNode payload = event.payload();
        switch (event.kind()) {
            case "session.started" -> joined(event, id, true);
            case "session.updated", "session.ended" -> joined(event, id, false);
            case "connector.changed" -> {
                if (isPlugged(payload.path("status").asText())) {
                    plugged(
                            station(event, id, payload),
                            payload.path("evse").asInt(),
                            Instant.parse(payload.path("at").asText()));
                }
            }
            case "remote-start.accepted" -> lookAtConnectors(station(event, id, payload), payload);
            default -> {
                // of no interest here
            }
        }
    }

    private static StationRef station(StoredEvent event, long id, JsonNode payload) {
        return new StationRef(event.tenant(), id, payload.path("identity").asText());
    }

    private List<RemoteStart> waiting(StationRef station) {
        if (quiet.has(station.id())) {
            return List.of();
        }
        List<RemoteStart> unjoined = store.unjoined(station, clock.instant().minus(LOOKED_AT));
        if (unjoined.isEmpty()) {
            quiet.add(station.id());
        }
        return unjoined.stream().filter(RemoteStart::mayStart).toList();
    }

    private void joined(StoredEvent event, long id, boolean isNew) {
        JsonNode session = event.payload().path("session");
        StationRef station =
                new StationRef(event.tenant(), id, session.path("station").asText());
        List<RemoteStart> waiting = waiting(station);
        if (waiting.isEmpty()) {
            return;
        }
        SessionSign sign = SessionSign.of(session, isNew);
        if (store.isJoined(station, sign.session())) { // events may come twice
            return;
        }
        Optional<RemoteStart> found =
                sign.among(waiting, this::isInTime, token -> tokens.keyOf(station.scope(), token));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        found.ifPresent(start -> store.change(
                station, start.id(), known -> known.session() == null ? known.started(now, sign.session()) : known));
    }

    private boolean isInTime(RemoteStart start, Instant began) {
        Instant from = start.times().requested();
        Instant expires = start.times().expires();
        Instant to = expires == null ? from.plus(LONGEST_ANSWER).plus(settings.startWait()) : expires;
        return !began.isBefore(from.minus(SLACK)) && !began.isAfter(to.plus(SLACK));
    }

    /** The vehicle may have been there first. */
    private void lookAtConnectors(StationRef station, JsonNode accepted) {
        Integer evse = accepted.path("evse").isInt() ? accepted.path("evse").asInt() : null;
        if (evse == null) {
            return;
        }
        for (ConnectorState state : connectors.of(station)) {
            if (state.evse() == evse && PLUGGED.contains(state.status())) {
                plugged(station, evse, Instant.parse(accepted.path("at").asText()));
            }
        }
    }

    private static boolean isPlugged(@Nullable String word) {
        return word != null && PLUGGED.contains(ConnectorStatus.of(word));
    }

    private void plugged(StationRef station, int evse, Instant at) {
        for (RemoteStart start : waiting(station)) {
            if (start.state() == RemoteStartState.ACCEPTED && start.wanted().isAt(evse)) {
                store.change(
                        station,
                        start.id(),
                        known -> known.state() == RemoteStartState.ACCEPTED ? known.plugged(at) : known);
            }
        }
    }
}
