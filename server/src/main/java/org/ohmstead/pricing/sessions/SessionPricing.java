package org.ohmstead.pricing.sessions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.course.SessionCourse;
import org.ohmstead.charging.course.SessionCourse.Moment;
import org.ohmstead.charging.course.SessionCourses;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.TokenUse;
import org.ohmstead.db.Scope;
import org.ohmstead.pricing.PricedView;
import org.ohmstead.pricing.catalogue.OperatorTariff;
import org.ohmstead.pricing.catalogue.OperatorTariffs;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.engine.Cost;
import org.ohmstead.pricing.engine.Priced;
import org.ohmstead.pricing.engine.Pricing;
import org.ohmstead.pricing.tariff.Tariff;
import org.ohmstead.stations.StationRef;

/** What sessions cost: at any moment while they run, and once they have ended. */
@Singleton
public class SessionPricing {
    /** Shown and kept of a price; a session has few, unless its tariff goes by power. */
    static final int MOST_LINES = 2_000;

    private static final int DECIMALS = 4;

    private final SessionCourses courses;
    private final SessionPlans plans;
    private final SqlSessionPlanStore activities;
    private final OperatorTariffs tariffs;
    private final SqlSessionPrices prices;
    private final Clock clock;

    @Inject
    public SessionPricing(
            SessionCourses courses,
            SessionPlans plans,
            SqlSessionPlanStore activities,
            OperatorTariffs tariffs,
            SqlSessionPrices prices,
            Clock clock) {
        this.courses = courses;
        this.plans = plans;
        this.activities = activities;
        this.tariffs = tariffs;
        this.prices = prices;
        this.clock = clock;
    }

    /** A session with its price, as of a moment. */
    public record Costed(ChargingSession session, SessionPlan plan, OperatorTariff tariff, Priced priced, Instant at) {
        /** With tax, as it is to be paid. */
        public BigDecimal payable() {
            return priced.payable(RoundingMode.HALF_UP).inclVat();
        }

        public PriceState state() {
            if (session.isOpen()) {
                return PriceState.RUNNING;
            }
            return session.ending().verdict() == SessionVerdict.COMPLETE ? PriceState.FINAL : PriceState.PROVISIONAL;
        }
    }

    /** Whether sessions of a station may cost anything. Costs nothing to ask. */
    public boolean mayCost(StationRef station) {
        return plans.mayBe(station);
    }

    /** What a session costs now. */
    public Optional<Costed> cost(ChargingSession session) {
        return cost(session, clock.instant());
    }

    /**
     * What a session costs. One whose token was refused and that brought nothing costs nothing at all, a session fee neither.
     *
     * @param until of one that runs: as if it ended then
     * @return empty: no tariff is for it
     */
    public Optional<Costed> cost(ChargingSession session, Instant until) {
        return session.isRefusedAndIdle()
                ? Optional.empty()
                : plans.of(session).flatMap(plan -> cost(session, plan, until));
    }

    private Optional<Costed> cost(ChargingSession session, SessionPlan plan, Instant until) {
        Scope scope = session.origin().station().scope();
        return tariffs.find(scope, plan.tariff(), plan.version()).map(found -> {
            Tariff tariff = found.tariff();
            Charge charge = SessionCharge.of(course(session), plan.zone(), tariff.currency(), until);
            return new Costed(session, plan, found, Pricing.price(tariff, charge), until);
        });
    }

    /** Stations of 1.6 tell of their connector what the vehicle does. */
    private SessionCourse course(ChargingSession session) {
        SessionCourse course = courses.of(session);
        if (!session.origin().isNumbered()) {
            return course;
        }
        List<Moment> all = new ArrayList<>(course.moments());
        all.addAll(activities.activities(session.origin().station(), session.id()));
        all.sort(Comparator.comparing(Moment::at));
        return new SessionCourse(session, all);
    }

    /** Writes down by what a session is charged. */
    void began(Scope scope, long id) {
        courses.session(scope, id).ifPresent(plans::fix);
    }

    /** Gives a session that has ended its price, or another one where it has come to something else. */
    void ended(Scope scope, long id, String reason) {
        ChargingSession session = courses.session(scope, id).orElse(null);
        if (session == null || session.isOpen() || !mayCost(session.origin().station())) {
            return;
        }
        plans.fix(session);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        cost(session, now).ifPresent(costed -> prices.put(session.origin().station(), price(costed, now, reason)));
    }

    private static SessionPrice price(Costed costed, Instant now, String reason) {
        String lines = PriceJson.write(PricedView.of(costed.priced(), MOST_LINES));
        return new SessionPrice(costed.session().id(), priced(costed, now), now, lines, reason);
    }

    private static SessionPriced priced(Costed costed, Instant now) {
        ChargingSession session = costed.session();
        StationRef station = session.origin().station();
        Cost total = costed.priced().total().rounded(DECIMALS, RoundingMode.HALF_UP);
        Cost payable = costed.priced().payable(RoundingMode.HALF_UP);
        TokenUse token = session.token();
        return new SessionPriced(
                station.tenant(),
                station.id(),
                now,
                station.identity(),
                session.id(),
                0,
                costed.state().word(),
                Long.toString(costed.plan().tariff()),
                costed.plan().version(),
                costed.priced().charge().currency().getCurrencyCode(),
                total.exclVat(),
                total.inclVat(),
                payable.exclVat(),
                payable.inclVat(),
                PricedItems.of(costed.priced()),
                session.times().startedAt(),
                Objects.requireNonNullElse(session.times().endedAt(), now),
                plain(session.meter().energyWh()),
                token == null ? null : token.value(),
                token == null ? null : token.type(),
                token == null ? null : token.group());
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : new BigDecimal(number.toPlainString());
    }
}
