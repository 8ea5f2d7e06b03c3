package org.ohmstead.charging;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.Rounds;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.GroupCommit;
import org.ohmstead.db.Tx;

/** Closes sessions that count as over for a while, by what their meter showed last. One that goes on after all is open again. */
@Singleton
public class SessionUpkeep implements Supervised {
    private static final int AT_ONCE = 500;

    private final SqlDueSessions due;
    private final SessionLedger ledger;
    private final GroupCommit commits;
    private final ChargingSettings settings;
    private final Clock clock;
    private final Rounds rounds = new Rounds("session-upkeep")
            .every(Duration.ofSeconds(30), Duration.ofSeconds(10), "Closing sessions that are over", this::round);

    @Inject
    public SessionUpkeep(
            SqlDueSessions due, SessionLedger ledger, GroupCommit commits, ChargingSettings settings, Clock clock) {
        this.due = due;
        this.ledger = ledger;
        this.commits = commits;
        this.settings = settings;
        this.clock = clock;
    }

    public void start() {
        rounds.start();
    }

    /** A session that is being closed is closed. */
    public void stop() {
        rounds.stop();
    }

    /** Closes all that are due; one that cannot be closed keeps no other from it. */
    void round() {
        Instant end = clock.instant().minus(settings.closeAfter());
        long last = 0;
        List<SqlDueSessions.Due> some;
        do {
            some = due.freeBefore(end, last, AT_ONCE);
            for (SqlDueSessions.Due one : some) {
                OneByOne.attempt(
                        () -> "tenant=" + one.station().tenant() + ": closing session " + one.id(),
                        () -> commits.write(one.station().id(), tx -> close(tx, one, end)));
                last = one.id();
            }
        } while (some.size() == AT_ONCE && !Thread.currentThread().isInterrupted());
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
        Instant now = Moment.micros(clock.instant());
        // After a boot nobody knows when the power went; the session was seen alive until then.
        Instant about = sign.by() == ClosedBy.REBOOT ? session.times().updatedAt() : sign.at();
        SessionEvent event = new SessionEvent(
                SessionEvent.Kind.CLOSED,
                null,
                "",
                null,
                null,
                null,
                now,
                false,
                0,
                SessionEvent.Detail.said(Map.of("by", sign.by().word(), "signAt", sign.at())));
        ledger.close(tx, session, sign.by(), about, event);
        return true;
    }

    @Override
    public List<SupervisedThread.State> threads() {
        return rounds.states();
    }
}
