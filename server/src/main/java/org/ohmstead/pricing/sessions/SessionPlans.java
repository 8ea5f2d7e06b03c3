package org.ohmstead.pricing.sessions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.TokenUse;
import org.ohmstead.pricing.assignment.ApplicableTariffs;
import org.ohmstead.pricing.assignment.Candidate;
import org.ohmstead.pricing.assignment.Subject;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/**
 * Fixes by which tariff, in which version, a session is charged: by what applied when it began. Since that can be told at any later time,
 * it makes no difference when it is written down.
 */
@Singleton
public class SessionPlans {
    private final SqlSessionPlanStore store;
    private final ApplicableTariffs applicable;
    private final Stations stations;
    private final Clock clock;

    @Inject
    public SessionPlans(SqlSessionPlanStore store, ApplicableTariffs applicable, Stations stations, Clock clock) {
        this.store = store;
        this.applicable = applicable;
        this.stations = stations;
        this.clock = clock;
    }

    /** Whether there may be any at a station. Costs nothing to ask. */
    boolean mayBe(StationRef station) {
        return applicable.areUsed(station);
    }

    /** Empty: no tariff is for it. */
    Optional<SessionPlan> of(ChargingSession session) {
        StationRef station = session.origin().station();
        if (!mayBe(station)) {
            return Optional.empty();
        }
        Optional<SessionPlan> standing = store.find(station, session.id());
        return standing.isPresent() && standing.get().known().equals(SessionPlan.known(session))
                ? standing
                : chosen(session).or(() -> standing);
    }

    /** The same, written down. */
    Optional<SessionPlan> fix(ChargingSession session) {
        Optional<SessionPlan> plan = of(session);
        StationRef station = session.origin().station();
        plan.filter(each -> !store.find(station, session.id()).equals(plan))
                .ifPresent(each -> store.put(station, each));
        return plan;
    }

    private Optional<SessionPlan> chosen(ChargingSession session) {
        return applicable.of(subject(session)).winner().map(winner -> plan(session, winner));
    }

    /** What is not from the queue of an offline station begins for us no earlier than we hear of it: clocks of stations are coarse. */
    private static Subject subject(ChargingSession session) {
        Instant started = session.times().startedAt();
        Instant heard = session.times().receivedAt();
        TokenUse token = session.token();
        return new Subject(
                session.origin().station(),
                session.place().evse(),
                session.place().connector(),
                token == null ? null : token.value(),
                token == null ? null : token.group(),
                session.offline() || heard.isBefore(started) ? started : heard,
                heard);
    }

    private SessionPlan plan(ChargingSession session, Candidate winner) {
        ZoneId zone =
                stations.get(session.origin().station()).map(Station::zone).orElse(ZoneOffset.UTC);
        return new SessionPlan(
                session.id(),
                winner.tariff().id(),
                winner.tariff().version().number(),
                winner.assignment().id(),
                zone,
                SessionPlan.known(session),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
