package org.ohmstead.charging;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.GroupCommit;
import org.ohmstead.db.Tx;
import org.ohmstead.stations.Caller;
import org.ohmstead.tokens.Purpose;
import org.ohmstead.tokens.StartVerdicts;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.Verdict;

/** Sessions that stations keep the id and the sequence of: TransactionEvent of OCPP 2.x (E01 to E15). */
@Singleton
public class TransactionEvents {
    private final SessionLedger ledger;
    private final StationClock clock;
    private final MeterIntake intake;
    private final StartVerdicts tokens;
    private final GroupCommit commits;

    @Inject
    public TransactionEvents(SessionLedger ledger, StationClock clock, StartVerdicts tokens, GroupCommit commits) {
        this.ledger = ledger;
        this.clock = clock;
        this.intake = new MeterIntake(clock);
        this.tokens = tokens;
        this.commits = commits;
    }

    /** @return what is said about the token; empty: the event has none */
    Optional<Verdict> report(TransactionReport report) {
        TransactionReport.Presented token = report.token();
        return token == null
                ? write(report, Optional.empty())
                : tokens.decide(query(report, token), verdict -> write(report, Optional.of(verdict)));
    }

    private Optional<Verdict> write(TransactionReport report, Optional<Verdict> verdict) {
        TransactionFacts facts = facts(report, verdict);
        commits.write(report.caller().station().id(), tx -> report(tx, report, facts));
        return verdict;
    }

    /** Asked anew at every event, because the station may have used its cache (E01.FR.11), and told anew (E01.FR.12). */
    private TokenQuery query(TransactionReport report, TransactionReport.Presented token) {
        boolean stops =
                report.step() == TransactionReport.Step.ENDED || report.cause() == TransactionReport.Cause.STOP_TOKEN;
        return new TokenQuery(
                report.caller().station(),
                token.value(),
                token.type(),
                stops ? Purpose.STOP : Purpose.START,
                new Own(report));
    }

    /** The session that the report is about, or the one that has lost its end there. */
    private final class Own implements TokenQuery.Circumstances {
        private final TransactionReport report;
        private final SqlSessionRows rows;

        Own(TransactionReport report) {
            this.report = report;
            this.rows = ledger.sessions().committed(report.caller().station());
        }

        @Override
        public @Nullable Integer evse() {
            return own().map(ChargingSession::place)
                    .orElse(Place.UNKNOWN)
                    .or(report.place())
                    .evse();
        }

        @Override
        public @Nullable Long ownSession() {
            return own().or(() -> rows.openAt(report.place()).stream().findFirst())
                    .map(ChargingSession::id)
                    .orElse(null);
        }

        private Optional<ChargingSession> own() {
            return rows.byStationTx(report.transaction());
        }
    }

    private TransactionFacts facts(TransactionReport report, Optional<Verdict> verdict) {
        Caller caller = report.caller();
        Moment when = clock.believe(caller, report.at(), report.offline());
        Set<Suspicion> doubts = EnumSet.noneOf(Suspicion.class);
        doubts.addAll(when.doubts());
        doubts.addAll(intake.doubts(caller, report.readings(), report.offline()));
        if (report.seqNo() == null) {
            doubts.add(Suspicion.SEQ_MISSING);
        }
        TransactionReport.Presented token = report.token();
        return new TransactionFacts(
                report.step(),
                report.seqNo(),
                when.at(),
                when.station(),
                report.offline(),
                report.cause(),
                report.place(),
                token == null || verdict.isEmpty() ? null : TokenUse.of(token.value(), token.type(), verdict.get()),
                report.charging(),
                report.reason(),
                report.rawReason(),
                report.reservation(),
                report.remoteStart(),
                doubts);
    }

    private boolean report(Tx tx, TransactionReport report, TransactionFacts facts) {
        long content = Digest.of(report.content());
        SqlSessionRows rows = ledger.sessions().in(tx, report.caller().station());
        Optional<ChargingSession> known = rows.byStationTx(report.transaction());
        if (known.filter(session -> !session.origin().isNumbered()).isEmpty()) {
            int generation = known.isEmpty() ? 0 : rows.nextGeneration(report.transaction());
            begin(tx, report, facts, content, generation);
            return true;
        }
        ChargingSession session = known.get();
        Optional<Long> earlier = earlier(tx, session, facts.seqNo(), content);
        if (earlier.isPresent() && earlier.get() == content) {
            return false;
        }
        if (isNewGeneration(session, facts)) {
            begin(tx, report, facts, content, rows.nextGeneration(report.transaction()));
        } else if (earlier.isPresent()) {
            contradict(tx, report, session, facts, content);
        } else {
            continueWith(tx, report, session, facts, content);
        }
        return true;
    }

    /** The content of the event that has this place in the sequence already; empty: none has. */
    private Optional<Long> earlier(Tx tx, ChargingSession session, @Nullable Integer seqNo, long content) {
        if (seqNo == null) {
            return ledger.evidence().has(tx, session, content) ? Optional.of(content) : Optional.empty();
        }
        return session.seq().isAhead(seqNo)
                ? Optional.empty()
                : ledger.evidence().digestOf(tx, session, seqNo);
    }

    /** Some firmware uses its ids again after a reboot (gotcha 127). A start that was only late fills its gap instead. */
    private static boolean isNewGeneration(ChargingSession session, TransactionFacts facts) {
        boolean atBegin = facts.seqNo() == null || facts.seqNo() == 0;
        boolean startKnown = !session.suspicions().contains(Suspicion.START_MISSING);
        return facts.step() == TransactionReport.Step.STARTED && atBegin && startKnown && !session.isOpen();
    }

    /** Also of a session whose start is late or lost: what comes first makes a place for the rest. */
    private void begin(Tx tx, TransactionReport report, TransactionFacts facts, long content, int generation) {
        Caller caller = report.caller();
        Origin origin =
                new Origin(caller.station(), caller.version(), null, report.transaction(), generation, null, null);
        ChargingSession empty = ChargingSession.fresh(origin, Times.began(facts.moment(), caller.receivedAt()))
                .suspecting(Set.of(Suspicion.START_MISSING));
        ChargingSession told = Sequence.apply(empty, facts);
        List<MeterReading> readings = readings(report, told, content);
        ChargingSession session =
                told.isOpen() ? ledger.advance(tx, told, readings) : ledger.assess(tx, told, readings, facts.seqNo());
        List<ChargingSession> lost = lostBehind(tx, Place.UNKNOWN, session);
        ChargingSession opened = ledger.open(tx, session, event(kind(facts.step()), report, facts, content));
        lost.forEach(old -> ledger.supersede(tx, old, opened, caller));
        ledger.evidence().add(tx, of(opened, readings));
    }

    private void continueWith(
            Tx tx, TransactionReport report, ChargingSession before, TransactionFacts facts, long content) {
        ChargingSession seen = before.with(before.times().seen(report.caller().receivedAt()));
        boolean live = before.isOpen() && (facts.seqNo() == null || before.seq().isAhead(facts.seqNo()));
        ChargingSession told = live ? Sequence.apply(seen, facts) : Sequence.replay(seen, facts(tx, before, facts));
        List<MeterReading> readings = of(told, readings(report, told, content));
        ChargingSession after = live && told.isOpen()
                ? ledger.advance(tx, told, readings)
                : ledger.assess(tx, told, readings, facts.seqNo());
        List<ChargingSession> lost = lostBehind(tx, before.place(), after);
        SessionEvent event = event(kind(facts.step()), report, facts, content);
        if (live && saysReadingsOnly(before, told, report, readings)) {
            ledger.progress(tx, before, after, () -> event);
        } else {
            ledger.enter(tx, before, after, event);
        }
        lost.forEach(old -> ledger.supersede(tx, old, after, report.caller()));
        ledger.evidence().add(tx, readings);
    }

    private List<TransactionFacts> facts(Tx tx, ChargingSession session, TransactionFacts fresh) {
        List<TransactionFacts> all = new ArrayList<>(ledger.evidence().facts(tx, session));
        all.add(fresh);
        return all;
    }

    /** Then its rows of readings are all the evidence there has to be. Not behind a gap: what fills it may change the rest. */
    private static boolean saysReadingsOnly(
            ChargingSession before, ChargingSession told, TransactionReport report, List<MeterReading> readings) {
        return !readings.isEmpty()
                && report.cause() == TransactionReport.Cause.READING
                && report.step() == TransactionReport.Step.UPDATED
                && before.seq().isNext(report.seqNo())
                && before.with(told.seq())
                        .with(told.times())
                        .orOffline(told.offline())
                        .equals(told);
    }

    /** The first content of a place in the sequence counts; another one is kept for people to look at. */
    private void contradict(
            Tx tx, TransactionReport report, ChargingSession session, TransactionFacts facts, long content) {
        if (ledger.evidence().has(tx, session, content)) {
            return;
        }
        ChargingSession doubted = session.suspecting(Set.of(Suspicion.SEQ_CONFLICT));
        Ending ending = session.ending();
        SessionVerdict verdict =
                ending.verdict() == SessionVerdict.COMPLETE ? SessionVerdict.SUSPECT : ending.verdict();
        ledger.enter(
                tx,
                session,
                doubted.with(ending.with(verdict)),
                event(SessionEvent.Kind.ANOMALY, report, facts, content));
    }

    /**
     * Sessions that are still open on the EVSE that a session has just named: one EVSE has one at a time (E01.FR.14), so they
     * have lost their end. Not for what was queued, which tells of the past.
     */
    private List<ChargingSession> lostBehind(Tx tx, Place before, ChargingSession after) {
        if (before.evse() != null || !after.isOpen() || after.offline()) {
            return List.of();
        }
        return ledger.sessions().in(tx, after.origin().station()).openAt(after.place()).stream()
                .filter(open -> open.id() != after.id())
                .filter(open -> !open.times().startedAt().isAfter(after.times().startedAt()))
                .toList();
    }

    private List<MeterReading> readings(TransactionReport report, ChargingSession session, long content) {
        MeterIntake.Bearer bearer = new MeterIntake.Bearer(report.seqNo(), report.offline(), content);
        return intake.readings(report.caller(), session.place(), report.readings(), bearer);
    }

    private static List<MeterReading> of(ChargingSession session, List<MeterReading> readings) {
        return readings.stream()
                .map(reading -> reading.of(session.id(), session.place()))
                .toList();
    }

    private static SessionEvent.Kind kind(TransactionReport.Step step) {
        return switch (step) {
            case STARTED -> SessionEvent.Kind.STARTED;
            case UPDATED -> SessionEvent.Kind.UPDATED;
            case ENDED -> SessionEvent.Kind.ENDED;
        };
    }

    private static SessionEvent event(
            SessionEvent.Kind kind, TransactionReport report, TransactionFacts facts, long content) {
        Caller caller = report.caller();
        return new SessionEvent(
                kind,
                kind == SessionEvent.Kind.ANOMALY ? null : facts.seqNo(),
                "TransactionEvent",
                caller.messageId(),
                report.trigger(),
                facts.stationAt(),
                caller.receivedAt(),
                facts.offline(),
                content,
                SessionEvent.Detail.of(facts));
    }
}
