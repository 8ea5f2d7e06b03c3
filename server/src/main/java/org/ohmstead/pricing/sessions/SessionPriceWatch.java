package org.ohmstead.pricing.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.course.SessionCourses;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.charging.session.SessionState;
import org.ohmstead.db.Scope;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorStatus;

/**
 * Notices sessions that begin, change and end. Its place in the events stands in the database, so that after a kill it goes on where it
 * was; what it has done already it finds done.
 */
@Singleton
public class SessionPriceWatch implements EventListener {
    private final SessionPricing pricing;
    private final SessionCourses sessions;
    private final SqlSessionPlanStore plans;

    @Inject
    public SessionPriceWatch(SessionPricing pricing, SessionCourses sessions, SqlSessionPlanStore plans) {
        this.pricing = pricing;
        this.sessions = sessions;
        this.plans = plans;
    }

    @Override
    public String name() {
        return "session-prices";
    }

    @Override
    public Kind kind() {
        return Kind.DURABLE;
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (id == null) {
            return;
        }
        JsonNode payload = event.payload();
        StationRef station =
                new StationRef(event.tenant(), id, payload.path("identity").asText());
        if (!pricing.mayCost(station)) {
            return;
        }
        switch (event.kind()) {
            case "session.started", "session.updated", "session.ended" ->
                changed(station.scope(), event.kind(), payload.path("session"));
            case "connector.changed" -> vehicle(station, payload);
            default -> {
                // of no interest here
            }
        }
    }

    private void changed(Scope scope, String kind, JsonNode session) {
        long id = session.path("id").asLong();
        if (session.path("state").asText().equals(SessionState.ENDED.word())) {
            pricing.ended(scope, id, kind);
        } else {
            pricing.began(scope, id);
        }
    }

    /** Of stations of 1.6: what the vehicle does stands in the status of its connector. */
    private void vehicle(StationRef station, JsonNode payload) {
        ChargingState state = state(ConnectorStatus.of(payload.path("status").asText()));
        if (state == null) {
            return;
        }
        int evse = payload.path("evse").asInt();
        Instant learnt = Instant.parse(payload.path("at").asText());
        String told = payload.path("statusAt").asText("");
        Instant then = told.isEmpty() ? learnt : Instant.parse(told);
        Instant at = then.isAfter(learnt) ? learnt : then;
        Optional<ChargingSession> session = sessions.at(station, evse, at);
        Instant when = session.isPresent() ? at : learnt;
        session.or(() -> sessions.at(station, evse, learnt))
                .filter(found -> found.origin().isNumbered())
                .ifPresent(found -> plans.saw(station, found.id(), when, state));
    }

    private static @Nullable ChargingState state(ConnectorStatus status) {
        return switch (status) {
            case CHARGING -> ChargingState.CHARGING;
            case SUSPENDED_EV -> ChargingState.SUSPENDED_BY_EV;
            case SUSPENDED_EVSE -> ChargingState.SUSPENDED_BY_STATION;
            case AVAILABLE, PREPARING, FINISHING, OCCUPIED, RESERVED, UNAVAILABLE, FAULTED, UNKNOWN -> null;
        };
    }
}
