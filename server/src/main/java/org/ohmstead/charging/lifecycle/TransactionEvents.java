package org.ohmstead.charging.lifecycle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.MeterIntake;
import org.ohmstead.charging.readings.MeterReading;
import org.ohmstead.charging.readings.StationClock;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.session.TokenUse;
import org.ohmstead.charging.store.SqlSessionRows;
import org.ohmstead.charging.trail.TrailEntry;
import org.ohmstead.charging.trail.TransactionAnswer;
import org.ohmstead.charging.trail.TransactionAnswers;
import org.ohmstead.charging.trail.TransactionFacts;
import org.ohmstead.charging.trail.TransactionReport;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.Caller;
import org.ohmstead.tokens.Decision;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenQuery.Purpose;
import org.ohmstead.tokens.TokenVerdict;
import org.ohmstead.tokens.TokenVerdicts;

/** Sessions that stations keep the id and the sequence of: TransactionEvent of OCPP 2.x (E01 to E15). */
@Singleton
public class TransactionEvents {
    private final SessionLedger ledger;
    private final StationClock clock;
    private final MeterIntake intake;
    private final ReadingPieces pieces;
    private final TokenVerdicts tokens;
    private final TransactionAnswers answers;
    private final GroupCommit commits;
    private final Succession succession;

    /**
     * An event on its way into the database.
     *
     * @param facts   what it says of its session
     * @param content the digest of all that it says, by which it is known when it comes again
     * @param verdict on its token; null: it has none
     */
    private record Message(
            TransactionReport report,
            TransactionFacts facts,
            long content,
            @Nullable TokenVerdict verdict) {
        /** Its place in the sequence is taken. */
        Message conflicting() {
            return new Message(report, facts.conflicting(), content, verdict);
        }

        TrailEntry trailEntry() {
            return TrailEntry.of(report, facts, content).refusing(verdict == null ? null : verdict.reason());
        }
    }

    @Inject
    public TransactionEvents(
            SessionLedger ledger,
            StationClock clock,
            Succession succession,
            TokenVerdicts tokens,
            TransactionAnswers answers,
            GroupCommit commits) {
        this.ledger = ledger;
        this.clock = clock;
        this.intake = new MeterIntake(clock);
        this.pieces = new ReadingPieces(ledger, commits);
        this.tokens = tokens;
        this.answers = answers;
        this.commits = commits;
        this.succession = succession;
    }

    public TransactionAnswer report(TransactionReport report) {
        TransactionReport.Presented token = report.token();
        if (token == null) {
            return write(report, null);
        }
        try (Decision decision = tokens.decide(query(report, token))) {
            return write(report, decision.verdict());
        }
    }

    private TransactionAnswer write(TransactionReport report, @Nullable TokenVerdict verdict) {
        Message message =
                new Message(report, facts(report, verdict), report.content().digest(), verdict);
        ChargingSession session = commits.write(
                report.caller().station().scope(), report.caller().station().id(), tx -> report(tx, message));
        if (ReadingPieces.areMany(report.readings().size())) {
            pieces.addRest(session, readings(message, session));
        }
        return answers.of(verdict, report, session);
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
                new TransactionCircumstances(report, ledger.sessions()));
    }

    private TransactionFacts facts(TransactionReport report, @Nullable TokenVerdict verdict) {
        Caller caller = report.caller();
        EventTime when = clock.believe(caller, report.at(), report.offline());
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
                token == null || verdict == null ? null : TokenUse.of(token.value(), token.type(), verdict),
                report.charging(),
                report.reason(),
                report.rawReason(),
                report.reservation(),
                report.remoteStart(),
                doubts);
    }

    private ChargingSession report(Tx tx, Message message) {
        TransactionReport report = message.report();
        TransactionFacts facts = message.facts();
        SqlSessionRows rows = ledger.sessions().in(tx, report.caller().station());
        Optional<ChargingSession> known = rows.byStationTx(report.transaction());
        if (known.filter(session -> !session.origin().isNumbered()).isEmpty()) {
            return begin(tx, message, known.isEmpty() ? 0 : rows.nextGeneration(report.transaction()));
        }
        ChargingSession session = known.get();
        Set<Long> earlier = earlier(tx, session, facts.seqNo());
        boolean mayBeKnown = facts.seqNo() == null || !earlier.isEmpty();
        if (earlier.contains(message.content())
                || (mayBeKnown && ledger.evidence().has(tx, session, message.content()))) {
            return session;
        }
        if (isNewGeneration(session, facts, report.caller().receivedAt())) {
            return begin(tx, message, rows.nextGeneration(report.transaction()));
        }
        return continueWith(tx, earlier.isEmpty() ? message : message.conflicting(), session);
    }

    /** The contents that came with this place in the sequence. */
    private Set<Long> earlier(Tx tx, ChargingSession session, @Nullable Integer seqNo) {
        return seqNo == null || session.seq().isAhead(seqNo)
                ? Set.of()
                : ledger.evidence().digestsOf(tx, session, seqNo);
    }

    /** Some firmware uses its ids again after a reboot (field note 127). A start that was only late fills its gap instead. */
    private static boolean isNewGeneration(ChargingSession session, TransactionFacts facts, Instant now) {
        boolean atBegin = facts.seqNo() == null || facts.seqNo() == 0;
        boolean startKnown = !session.suspicions().contains(Suspicion.START_MISSING);
        return facts.step() == TransactionReport.Step.STARTED
                && atBegin
                && startKnown
                && session.isOverBefore(facts.at(), now);
    }

    /** Also of a session whose start is late or lost: what comes first makes a place for the rest. */
    private ChargingSession begin(Tx tx, Message message, int generation) {
        TransactionReport report = message.report();
        TransactionFacts facts = message.facts();
        Caller caller = report.caller();
        Origin origin =
                new Origin(caller.station(), caller.version(), null, report.transaction(), generation, null, null);
        ChargingSession empty = ChargingSession.fresh(origin, SessionTimes.began(facts.moment(), caller.receivedAt()))
                .suspecting(Set.of(Suspicion.START_MISSING));
        ChargingSession told = Sequence.apply(empty, facts);
        List<MeterReading> readings = readings(message, told);
        ChargingSession session =
                told.isOpen() ? ledger.advance(tx, told, readings) : ledger.assess(tx, told, readings, facts.seqNo());
        List<ChargingSession> lost = succession.before(tx, session);
        ChargingSession opened = ledger.open(tx, succession.placed(tx, session, caller), message.trailEntry());
        lost.forEach(old -> ledger.supersede(tx, old, opened, caller));
        succession.doubtUnplaced(tx, opened, caller);
        pieces.addFirst(tx, MeterReading.of(opened, readings));
        return opened;
    }

    private ChargingSession continueWith(Tx tx, Message message, ChargingSession before) {
        TransactionReport report = message.report();
        TransactionFacts facts = message.facts();
        Set<Suspicion> overlap = succession.overlap(tx, before, facts.moment());
        boolean again = overlap.isEmpty() && succession.goesOn(tx, before, facts.moment());
        ChargingSession seen = (again ? before.reopened() : before)
                .heard(report.caller().receivedAt(), facts.moment())
                .suspecting(overlap);
        boolean live =
                !again && mayTake(before, facts) && isNext(before, facts) && !LateEvents.mustDerive(before, facts);
        boolean derives = !live && LateEvents.in(tx).mayDerive(before.id(), facts.step());
        ChargingSession told = derives ? Sequence.replay(seen, facts(tx, before, facts)) : Sequence.apply(seen, facts);
        List<MeterReading> readings = MeterReading.of(told, readings(message, told));
        ChargingSession after = live || derives
                ? metered(tx, told, facts, readings, live)
                : disordered(tx, endsNow(before, told) ? ledger.assess(tx, told, readings, facts.seqNo()) : told);
        List<ChargingSession> lost = succession.before(tx, after);
        if (live && saysReadingsOnly(before, told, report, readings)) {
            ledger.progress(tx, before, after, message::trailEntry);
        } else {
            ledger.enter(tx, before, after, message.trailEntry());
        }
        lost.forEach(old -> ledger.supersede(tx, old, after, report.caller()));
        pieces.addFirst(tx, readings);
        return after;
    }

    /** Once: what is told of the end is to be right, as far as it is known. */
    private static boolean endsNow(ChargingSession before, ChargingSession told) {
        return before.isOpen() && !told.isOpen();
    }

    private ChargingSession disordered(Tx tx, ChargingSession told) {
        ledger.sessions().toBeOrdered(tx, told);
        return told.suspecting(Set.of(Suspicion.SEQ_DISORDER));
    }

    private ChargingSession metered(
            Tx tx, ChargingSession told, TransactionFacts facts, List<MeterReading> readings, boolean live) {
        return live && !told.isEndedByStation()
                ? ledger.advance(tx, told, readings)
                : ledger.assess(tx, told, readings, facts.seqNo());
    }

    /**
     * Whether it changes no more than it says: a session that a human has closed stays so, however long its station goes on.
     */
    private static boolean mayTake(ChargingSession before, TransactionFacts facts) {
        return before.isOpen() || !(before.isEndedByStation() || facts.step() == TransactionReport.Step.ENDED);
    }

    /** Whether nothing that came before belongs behind it. */
    private static boolean isNext(ChargingSession before, TransactionFacts facts) {
        if (facts.isConflict()) {
            Instant newest = Objects.requireNonNullElse(
                    before.meter().lastAt(), before.times().startedAt());
            return !facts.at().isBefore(newest)
                    && !facts.at().isBefore(before.times().startedAt());
        }
        return facts.seqNo() == null || before.seq().isAhead(facts.seqNo());
    }

    private List<TransactionFacts> facts(Tx tx, ChargingSession session, TransactionFacts fresh) {
        List<TransactionFacts> all = new ArrayList<>(ledger.evidence().facts(tx, session));
        all.add(fresh);
        LateEvents.in(tx).derived(session.id(), all.size());
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

    private List<MeterReading> readings(Message message, ChargingSession session) {
        TransactionReport report = message.report();
        MeterIntake.Bearer bearer = new MeterIntake.Bearer(report.seqNo(), report.offline(), message.content());
        return intake.readings(report.caller(), session.place(), report.readings(), bearer);
    }
}
