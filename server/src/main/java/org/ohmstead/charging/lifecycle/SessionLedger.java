package org.ohmstead.charging.lifecycle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.metering.Assessment;
import org.ohmstead.charging.metering.EvseMeter;
import org.ohmstead.charging.readings.LiveMeters;
import org.ohmstead.charging.readings.MeterReading;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.EndSign;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.Quantities;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.charging.session.SessionEnded;
import org.ohmstead.charging.session.SessionStarted;
import org.ohmstead.charging.session.SessionSuspect;
import org.ohmstead.charging.session.SessionUpdated;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.store.SqlChargingSessionStore;
import org.ohmstead.charging.store.SqlEvidenceStore;
import org.ohmstead.charging.store.SqlEvseMeters;
import org.ohmstead.charging.trail.SessionChanges;
import org.ohmstead.charging.trail.TrailEntry;
import org.ohmstead.charging.trail.TrailEntryBuilder;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;

/**
 * Where a change of a session is entered: its row, its trail of evidence, and the event that tells of it, always together and
 * always in the unit of work of the message that caused it.
 */
@Singleton
public class SessionLedger {
    private final SqlChargingSessionStore sessions;
    private final SqlEvidenceStore evidence;
    private final Assessment assessment;
    private final LiveMeters meters;
    private final Outbox outbox;

    @Inject
    public SessionLedger(
            SqlChargingSessionStore sessions,
            SqlEvidenceStore evidence,
            ChargingSettings settings,
            LiveMeters meters,
            Outbox outbox) {
        this.sessions = sessions;
        this.evidence = evidence;
        this.assessment = new Assessment(settings);
        this.meters = meters;
        this.outbox = outbox;
    }

    SqlChargingSessionStore sessions() {
        return sessions;
    }

    public SqlEvidenceStore evidence() {
        return evidence;
    }

    /** Enters a session that nobody knew, with its first event. @return the session with its number */
    ChargingSession open(Tx tx, ChargingSession fresh, TrailEntry event) {
        ChargingSession session = sessions.insert(tx, withBefore(tx, fresh));
        evidence.begin(tx, session);
        record(tx, null, session, event);
        return session;
    }

    /** Enters how a message left a session. */
    void enter(Tx tx, ChargingSession before, ChargingSession after, TrailEntry event) {
        sessions.update(tx, before, after);
        record(tx, before, after, event);
    }

    /**
     * Enters what readings did to a session. They are their own evidence; an event is added only where they changed more than
     * its meter.
     */
    void progress(Tx tx, ChargingSession before, ChargingSession after, Supplier<TrailEntry> event) {
        ChargingSession metered =
                before.with(after.meter()).with(after.seq()).with(after.times()).orOffline(after.offline());
        if (metered.equals(after)) {
            sessions.updateProgress(tx, after);
        } else {
            enter(tx, before, after, event.get());
        }
    }

    private void record(Tx tx, @Nullable ChargingSession before, ChargingSession after, TrailEntry event) {
        Set<Suspicion> fresh = EnumSet.noneOf(Suspicion.class);
        fresh.addAll(after.suspicions());
        if (before != null) {
            fresh.removeAll(before.suspicions());
        }
        evidence.add(tx, after, event.deriving(SessionChanges.between(before, after), fresh));
        if (!after.isOpen()) {
            evidence.end(tx, after);
        }
        tell(tx, before, after);
        if (!fresh.stream().allMatch(Suspicion::isNote)) {
            outbox.append(tx, SessionSuspect.of(after, fresh));
        }
    }

    private void tell(Tx tx, @Nullable ChargingSession before, ChargingSession after) {
        boolean wasOpen = before == null || before.isOpen();
        if (before == null && after.isOpen()) {
            outbox.append(tx, SessionStarted.of(after));
        } else if (wasOpen && !after.isOpen()) {
            outbox.append(tx, SessionEnded.of(after));
        } else {
            outbox.append(tx, SessionUpdated.of(after));
        }
    }

    /** Derives a session from all its evidence, with readings that are not stored yet. */
    ChargingSession assess(Tx tx, ChargingSession session, List<MeterReading> fresh, @Nullable Integer seqNo) {
        Set<Integer> numbers = session.origin().isNumbered() ? Set.of() : evidence.seqNos(tx, session);
        if (seqNo != null) {
            numbers.add(seqNo);
        }
        ChargingSession known = withBefore(tx, session);
        for (MeterReading reading : fresh) {
            MeterState meter = known.meter().withPeak(reading.quantities().peakW());
            known = known.with(withBegin(meter, reading.quantities())); // the end may be the first to tell it
        }
        StationRef station = session.origin().station();
        Assessment.Result result = assessment.assess(
                known, evidence.points(tx, known, fresh), numbers, SqlEvseMeters.find(tx, station, known.place()));
        if (result.evse() != null) {
            SqlEvseMeters.put(tx, station, result.evse());
        }
        ChargingSession assessed = result.session().unlessIdle();
        meters.sampled(tx, assessed, fresh);
        return assessed;
    }

    /** What the register of its EVSE was to show at the start is taken when that is known, and stays: later ones are its own. */
    private static ChargingSession withBefore(Tx tx, ChargingSession session) {
        EvseMeter evse = session.meter().beforeWh() == null
                ? SqlEvseMeters.find(tx, session.origin().station(), session.place())
                : null;
        BigDecimal before = evse == null ? null : evse.before(session.times().startedAt());
        return before == null ? session : session.with(session.meter().withBefore(before));
    }

    /** Takes what meters of EVSEs show outside of sessions: there the register of the next session goes on. */
    void idle(Tx tx, List<MeterReading> readings) {
        for (MeterReading reading : readings) {
            RegisterPoint now = reading.point().register();
            EvseMeter evse = now == null ? null : SqlEvseMeters.find(tx, reading.station(), reading.place());
            if (now != null && evse != null && reading.quantities().otherWh() == null) {
                SqlEvseMeters.put(tx, reading.station(), evse.shows(now));
            }
        }
    }

    /**
     * Takes new readings of an open session into its running state. Where a register first does what no register does, all the
     * evidence is asked; after that only what is certain is added, because the end asks again, and a station that sends nonsense
     * must not cost a walk through its readings each time.
     */
    ChargingSession advance(Tx tx, ChargingSession session, List<MeterReading> fresh) {
        ChargingSession running = withBefore(tx, session);
        for (MeterReading reading : fresh) {
            running = running.with(withFlow(running.meter(), reading.quantities()));
        }
        EvseMeter evse = SqlEvseMeters.find(tx, session.origin().station(), session.place());
        for (MeterReading reading : fresh) {
            MeterState next = assessment.next(running, reading.point(), evse);
            if (next == null) {
                return assess(tx, running, fresh, null);
            }
            running = running.with(next);
        }
        ChargingSession advanced = running.unlessIdle();
        meters.sampled(tx, advanced, fresh);
        return advanced;
    }

    private static MeterState withFlow(MeterState meter, Quantities quantities) {
        return withBegin(meter.withFlow(quantities), quantities);
    }

    private static MeterState withBegin(MeterState meter, Quantities quantities) {
        return meter.startWh() == null && quantities.beginEnergyWh() != null
                ? meter.withStart(quantities.beginEnergyWh())
                : meter;
    }

    /** Closes a session because a newer one began on its EVSE, so that its stop must have been lost. */
    void supersede(Tx tx, ChargingSession old, ChargingSession newer, Caller caller) {
        TrailEntry event =
                new TrailEntryBuilder().with("supersededBy", newer.id()).event(TrailEntry.Kind.CLOSED, caller);
        EndSign sign = old.ending().sign();
        ClosedBy by = sign == null || sign.by() == ClosedBy.REFUSED ? ClosedBy.SUPERSEDED : sign.by();
        close(
                tx,
                old,
                old.isRefusedAndIdle() ? ClosedBy.REFUSED : by,
                newer.times().startedAt(),
                event);
    }

    /**
     * Closes a session that no station has ended, by what its meter showed last: never by the start value.
     *
     * @param about when it ended, where its meter does not tell
     */
    ChargingSession close(Tx tx, ChargingSession session, ClosedBy by, Instant about, TrailEntry event) {
        Instant end = session.meter().lastAt() == null ? about : session.meter().lastAt();
        ChargingSession closed = assess(
                tx,
                session.with(new Ending(by, null, null))
                        .with(session.times().endedAbout(end))
                        .suspecting(by == ClosedBy.REFUSED ? Set.of() : Set.of(Suspicion.END_MISSING)),
                List.of(),
                null);
        enter(tx, session, closed, event);
        return closed;
    }
}
