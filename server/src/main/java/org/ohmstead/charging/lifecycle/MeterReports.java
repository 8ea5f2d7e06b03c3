package org.ohmstead.charging.lifecycle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ohmstead.charging.readings.MeterIntake;
import org.ohmstead.charging.readings.MeterReading;
import org.ohmstead.charging.readings.MeterReport;
import org.ohmstead.charging.readings.StationClock;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.store.SqlSessionRows;
import org.ohmstead.charging.trail.TrailEntry;
import org.ohmstead.charging.trail.TrailEntryBuilder;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.Caller;

/** Readings that come by themselves: those of 1.6 belong to sessions (§4.7), those of 2.x never do (J01). */
@Singleton
public class MeterReports {
    private static final String ACTION = "MeterValues";
    /** Closing values come a little after the end. */
    private static final Duration CLOSING = Duration.ofMinutes(1);
    /** Some stations go on with an old number for good (field note 95); after this the readings are nobody's. */
    private static final Duration LATE = Duration.ofHours(1);

    private final SessionLedger ledger;
    private final StationClock clock;
    private final MeterIntake intake;
    private final GroupCommit commits;
    private final Succession succession;

    @Inject
    public MeterReports(SessionLedger ledger, StationClock clock, Succession succession, GroupCommit commits) {
        this.ledger = ledger;
        this.clock = clock;
        this.intake = new MeterIntake(clock);
        this.commits = commits;
        this.succession = succession;
    }

    public void report(MeterReport report) {
        ConnectorRef place = report.evse() == null ? ConnectorRef.UNKNOWN : new ConnectorRef(report.evse(), null);
        ConnectorRef meter = report.isNumbered() && report.evse() != null && report.evse() > 0
                ? ConnectorRef.ofConnector16(report.evse())
                : place;
        List<MeterReading> readings = intake.readings(report.caller(), meter, report.readings(), null);
        if (!readings.isEmpty()) {
            commits.write(
                    report.caller().station().scope(),
                    report.caller().station().id(),
                    tx -> report(tx, report, meter, readings));
        }
    }

    /** The main meter has no sessions (1.6 §4.7): a station that names one there means the session and not the meter. */
    private boolean report(Tx tx, MeterReport report, ConnectorRef meter, List<MeterReading> readings) {
        boolean mainMeter = meter.evse() != null && meter.evse() == 0;
        ConnectorRef place = mainMeter ? ConnectorRef.UNKNOWN : meter;
        boolean mayHaveOne = report.isNumbered() && (!mainMeter || LostTransactionIds.isName(report.number()));
        Optional<ChargingSession> session = mayHaveOne ? sessionOf(tx, report, place, readings) : Optional.empty();
        List<MeterReading> own = session.map(known -> readings.stream()
                        .map(reading -> reading.of(known.id(), place.evse() == null ? known.place() : place))
                        .toList())
                .orElse(readings);
        session.filter(known -> !known.isEndedByStation()).ifPresent(known -> take(tx, known, report, own));
        ledger.evidence().add(tx, own);
        if (session.isEmpty()) {
            ledger.idle(tx, own);
        }
        return session.isPresent();
    }

    private Optional<ChargingSession> sessionOf(
            Tx tx, MeterReport report, ConnectorRef place, List<MeterReading> readings) {
        SqlSessionRows rows = ledger.sessions().in(tx, report.caller().station());
        Instant at = readings.getLast().sampledAt();
        Optional<ChargingSession> current = rows.openAt(place).stream()
                .filter(open -> open.origin().isNumbered())
                .findFirst();
        if (!LostTransactionIds.isName(report.number())) {
            return current.filter(open -> !at.isBefore(open.times().startedAt().minus(CLOSING)));
        }
        Optional<ChargingSession> named = LostTransactionIds.named(rows, report.number());
        if (named.isPresent()) {
            return bearer(named.get(), current, at);
        }
        return place.evse() == null ? Optional.empty() : Optional.of(adopted(tx, report, place, current, at));
    }

    /**
     * The session of a number, unless it is over and the reading is later than its closing values. One that was closed without
     * its station may go on for long.
     */
    private static Optional<ChargingSession> bearer(
            ChargingSession named, Optional<ChargingSession> current, Instant at) {
        Instant ended = named.times().endedAt();
        if (named.isOpen() || ended == null || !at.isAfter(ended.plus(CLOSING))) {
            return Optional.of(named);
        }
        Optional<ChargingSession> next =
                current.filter(open -> !at.isBefore(open.times().startedAt()));
        boolean over = named.isEndedByStation() && at.isAfter(ended.plus(LATE));
        return next.isPresent() || over ? next : Optional.of(named);
    }

    /**
     * The session behind a number that we have not given: the one that is open there, whose number the station does not use
     * (field note 92), or one that began before us (field note 96).
     */
    private ChargingSession adopted(
            Tx tx, MeterReport report, ConnectorRef place, Optional<ChargingSession> current, Instant at) {
        Caller caller = report.caller();
        String name = String.valueOf(report.number());
        TrailEntryBuilder said =
                new TrailEntryBuilder().with("transactionId", report.number()).with("at", at);
        EventTime when = when(report);
        int generation = ledger.sessions().in(tx, caller.station()).nextGeneration(name);
        if (current.isPresent() && current.get().origin().stationTx() == null) {
            ChargingSession open = current.get();
            ChargingSession named = open.with(open.origin().withStationTx(name, generation));
            ledger.enter(tx, open, named, said.event(TrailEntry.Kind.UPDATED, ACTION, caller, when));
            return named;
        }
        Origin origin = new Origin(caller.station(), caller.version(), null, name, generation, null, null);
        ChargingSession session = ledger.open(
                tx,
                ChargingSession.fresh(origin, SessionTimes.began(when, caller.receivedAt()))
                        .with(place)
                        .orOffline(when.offline())
                        .suspecting(Set.of(Suspicion.START_MISSING)),
                said.event(TrailEntry.Kind.STARTED, ACTION, caller, when));
        current.ifPresent(old -> ledger.supersede(tx, old, session, caller));
        return session;
    }

    private void take(Tx tx, ChargingSession session, MeterReport report, List<MeterReading> readings) {
        Caller caller = report.caller();
        Set<Suspicion> doubts = EnumSet.noneOf(Suspicion.class);
        doubts.addAll(intake.doubts(caller, report.readings(), null));
        EventTime when = when(report);
        Set<Suspicion> overlap = succession.overlap(tx, session, when);
        boolean again = overlap.isEmpty() && succession.goesOn(tx, session, when);
        ChargingSession seen = (again ? session.reopened() : session)
                .heard(caller.receivedAt(), when)
                .with(session.place().or(readings.getFirst().place()))
                .suspecting(doubts)
                .suspecting(overlap);
        ChargingSession after = again ? ledger.assess(tx, seen, readings, null) : ledger.advance(tx, seen, readings);
        ledger.progress(tx, session, after, () -> event(report, readings));
    }

    private EventTime when(MeterReport report) {
        return clock.believe(report.caller(), report.lastAt(), null);
    }

    private TrailEntry event(MeterReport report, List<MeterReading> readings) {
        EventTime when = when(report);
        return new TrailEntryBuilder()
                .with("transactionId", report.number())
                .with("readings", readings.size())
                .event(TrailEntry.Kind.UPDATED, ACTION, report.caller(), when);
    }
}
