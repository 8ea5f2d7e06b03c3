package org.ohmstead.pricing.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.trail.TransactionAnswer;
import org.ohmstead.charging.trail.TransactionAnswerPart;
import org.ohmstead.charging.trail.TransactionReport;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.pricing.sessions.SessionPricing.Costed;

/**
 * Tells stations what a session costs. Its last event is answered with all of it (I03.FR.02). While it runs, 2.1 stations are told in the
 * answer to an event; 2.0.1 has no place for it there, so those get a CostUpdated (I02). No more often than the setting says, because each
 * time all of the session is looked at.
 */
@Singleton
public class RunningCosts implements TransactionAnswerPart {
    private static final int MOST_SESSIONS = 200_000;

    private final SessionPricing pricing;
    private final CostTeller telling;
    private final Clock clock;
    private final boolean isOn;
    /** Of sessions that run: those that were told lately. */
    private final Cache<Long, BigDecimal> told;

    @Inject
    public RunningCosts(SessionPricing pricing, CostTeller telling, PricingSettings settings, Clock clock) {
        this.pricing = pricing;
        this.telling = telling;
        this.clock = clock;
        this.isOn = settings.costUpdateInterval().isPositive();
        this.told = Caffeine.newBuilder()
                .maximumSize(MOST_SESSIONS)
                .expireAfterWrite(settings.costUpdateInterval())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    @Override
    public TransactionAnswer add(TransactionAnswer answer, TransactionReport report, ChargingSession session) {
        if (answer.totalCost() != null || !pricing.mayCost(report.caller().station())) {
            return answer;
        }
        return switch (report.step()) {
            case STARTED -> answer;
            case UPDATED -> isOn && session.isOpen() ? running(answer, report, session) : answer;
            case ENDED -> ended(answer, session);
        };
    }

    /** One that was cancelled without cost costs 0, which says more than nothing (C20.FR.03). */
    private Optional<BigDecimal> total(ChargingSession session) {
        return session.isRefusedAndIdle()
                ? Optional.of(BigDecimal.ZERO)
                : pricing.cost(session, clock.instant()).map(Costed::payable);
    }

    private TransactionAnswer ended(TransactionAnswer answer, ChargingSession session) {
        told.invalidate(session.id());
        return telling.mayShow(session.origin().station())
                ? total(session).map(cost -> with(answer, cost)).orElse(answer)
                : answer;
    }

    private TransactionAnswer running(TransactionAnswer answer, TransactionReport report, ChargingSession session) {
        if (told.asMap().putIfAbsent(session.id(), BigDecimal.ZERO) != null
                || !telling.mayShow(report.caller().station())) {
            return answer;
        }
        Optional<Costed> costed = pricing.cost(session, moment(report, session));
        if (costed.isEmpty()) {
            return answer;
        }
        BigDecimal amount = costed.get().payable();
        if (report.caller().version().has(OcppVersion.V21)) {
            return with(answer, amount);
        }
        telling.tell(session, amount);
        return answer;
    }

    /** As of the event, so that it agrees with the meter that the driver sees. */
    private Instant moment(TransactionReport report, ChargingSession session) {
        Instant last = session.meter().lastAt();
        Instant now = clock.instant();
        return report.offline() && last != null && last.isBefore(now) ? last : now;
    }

    private static TransactionAnswer with(TransactionAnswer answer, BigDecimal cost) {
        return new TransactionAnswer(answer.verdict(), cost, answer.priority(), answer.message());
    }
}
