package org.ohmstead.charging.lifecycle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.background.OneByOne;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.EndSign;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.store.SqlDueSessions;
import org.ohmstead.charging.trail.TrailEntry;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;

/**
 * Closes sessions that count as over for a while, by what their meter showed last; one that goes on after all is open again.
 * Derives those anew, once they are quiet, of which events came late and too often to do it each time.
 */
@Singleton
public class DueSessions implements RecurringJobs {
    private static final String CLOSING = "session-closing";
    private static final int AT_ONCE = 500;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** What is later by no more is not by a wrong clock. */
    private static final Duration SLACK = Duration.ofMinutes(1);
    /** A session of which nothing came for so long is quiet. */
    private static final Duration QUIET = Duration.ofMinutes(2);

    private final SqlDueSessions due;
    private final SessionLedger ledger;
    private final GroupCommit commits;
    private final AuditLog audit;
    private final ChargingSettings settings;
    private final Clock clock;

    @Inject
    public DueSessions(
            SqlDueSessions due,
            SessionLedger ledger,
            GroupCommit commits,
            AuditLog audit,
            ChargingSettings settings,
            Clock clock) {
        this.due = due;
        this.ledger = ledger;
        this.commits = commits;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** By one server for all: which one keeps a session's station connected does not matter to any of them. */
    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(PAUSE, Duration.ofSeconds(10), CLOSING, this::close),
                Recurring.every(PAUSE, Duration.ofSeconds(5), "token-freeing", this::bringForward),
                Recurring.every(PAUSE, Duration.ofSeconds(20), "session-ordering", this::order));
    }

    /** Closes all that are due. */
    public void close() {
        Instant end = clock.instant().minus(settings.closeAfter());
        each("closing", after -> due.freeBefore(end, after, AT_ONCE), (tx, one) -> close(tx, one, end));
    }

    /** Lets those count as over by now that were to later than any sign says: our own clock was ahead when it came. */
    void bringForward() {
        Instant latest = clock.instant().plus(settings.freeAfter()).plus(SLACK);
        each(
                "freeing the token of",
                after -> due.freeAfter(latest, after, AT_ONCE),
                (tx, one) -> bringForward(tx, one, latest));
    }

    private boolean bringForward(Tx tx, SqlDueSessions.Due one, Instant latest) {
        ChargingSession session =
                ledger.sessions().in(tx, one.station()).byId(one.id()).orElse(null);
        EndSign sign = session == null ? null : session.ending().sign();
        if (session == null || sign == null || !sign.freeAt().isAfter(latest)) {
            return false;
        }
        EndSign now = sign.movedTo(clock.instant());
        ledger.sessions().update(tx, session, session.with(session.ending().withSign(now)));
        return true;
    }

    /** Derives all anew that are due. */
    public void order() {
        Instant quiet = clock.instant().minus(QUIET);
        each("putting in order", after -> due.disorderedBefore(quiet, after, AT_ONCE), this::order);
    }

    /** One that nothing can be done with keeps no other from it. */
    private void each(
            String what,
            LongFunction<List<SqlDueSessions.Due>> next,
            BiFunction<Tx, SqlDueSessions.Due, Boolean> work) {
        long last = 0;
        List<SqlDueSessions.Due> some;
        do {
            some = next.apply(last);
            for (SqlDueSessions.Due one : some) {
                OneByOne.attempt(
                        () -> "tenant=" + one.station().tenant() + ": " + what + " session " + one.id(),
                        () -> commits.write(one.station().scope(), one.station().id(), tx -> work.apply(tx, one)));
                last = one.id();
            }
        } while (some.size() == AT_ONCE && !Thread.currentThread().isInterrupted());
    }

    private boolean order(Tx tx, SqlDueSessions.Due one) {
        ledger.sessions().ordered(tx, one.id());
        ChargingSession session =
                ledger.sessions().in(tx, one.station()).byId(one.id()).orElse(null);
        if (session == null || !session.suspicions().contains(Suspicion.SEQ_DISORDER)) {
            return false; // its end has put it in order
        }
        ChargingSession derived = Sequence.replay(session, ledger.evidence().facts(tx, session));
        ledger.enter(
                tx, session, ledger.assess(tx, derived, List.of(), null), event(TrailEntry.Kind.ORDERED, Map.of()));
        return true;
    }

    private boolean close(Tx tx, SqlDueSessions.Due one, Instant end) {
        ChargingSession session =
                ledger.sessions().in(tx, one.station()).byId(one.id()).orElse(null);
        EndSign sign = session == null ? null : session.ending().sign();
        if (session == null
                || sign == null
                || !session.isOpen()
                || sign.freeAt().isAfter(end)) {
            return false; // a message of it was faster
        }
        // After a boot nobody knows when the power went; the session was seen alive until then.
        Instant about = sign.by() == ClosedBy.REBOOT ? session.times().updatedAt() : sign.at();
        Map<String, Object> said = Map.of("by", sign.by().word(), "signAt", sign.at());
        ChargingSession closed = ledger.close(tx, session, sign.by(), about, event(TrailEntry.Kind.CLOSED, said));
        audit.record(tx, Actor.server(one.station().tenant(), CLOSING), SessionClosing.closed(session, closed));
        return true;
    }

    private TrailEntry event(TrailEntry.Kind kind, Map<String, Object> said) {
        Instant now = EventTime.micros(clock.instant());
        return new TrailEntry(kind, null, "", null, null, null, now, false, 0, TrailEntry.Detail.said(said));
    }
}
