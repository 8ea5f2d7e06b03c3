package org.ohmstead.charging;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ohmstead.db.GroupCommit;
import org.ohmstead.db.StoreUnavailable;
import org.ohmstead.db.Tx;

/** Closes sessions that count as over for a while, by what their meter showed last. One that goes on after all is open again. */
@Singleton
public class SessionUpkeep {
    private static final Logger LOG = System.getLogger(SessionUpkeep.class.getName());
    private static final int AT_ONCE = 500;

    private final SqlDueSessions due;
    private final SessionLedger ledger;
    private final GroupCommit commits;
    private final ChargingSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("session-upkeep").factory());

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
        timer.scheduleWithFixedDelay(() -> guarded(this::round, "A round"), 10, 30, TimeUnit.SECONDS);
    }

    /** A session that is being closed is closed. */
    public void stop() {
        timer.shutdown();
    }

    /** Closes all that are due; one that cannot be closed keeps no other from it. */
    void round() {
        Instant end = clock.instant().minus(settings.closeAfter());
        long last = 0;
        List<SqlDueSessions.Due> some;
        do {
            some = due.freeBefore(end, last, AT_ONCE);
            for (SqlDueSessions.Due one : some) {
                guarded(
                        () -> commits.write(one.station().id(), tx -> close(tx, one, end)),
                        "Closing session " + one.id());
                last = one.id();
            }
        } while (some.size() == AT_ONCE && !timer.isShutdown());
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
        Instant now = StationClock.micros(clock.instant());
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

    /** A door: a round that throws would be the last one, whatever it is that it throws. */
    private static void guarded(Runnable work, String what) {
        try {
            work.run();
        } catch (StoreUnavailable e) {
            LOG.log(Level.DEBUG, "No database; trying again with the next round", e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, what + " failed; trying again with the next one", e);
        }
    }
}
