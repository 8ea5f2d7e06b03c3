package org.ohmstead.charging.lifecycle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
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
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.session.TokenUse;
import org.ohmstead.charging.store.SqlSessionRows;
import org.ohmstead.charging.trail.TrailEntry;
import org.ohmstead.charging.trail.TrailEntryBuilder;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.Caller;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenQuery.Purpose;
import org.ohmstead.tokens.TokenVerdict;
import org.ohmstead.tokens.TokenVerdicts;

/** How 1.6 sessions end (§4.10): it cannot be refused, and what has no session gets one (field note 97). */
@Singleton
public class StopTransactions {
    private static final String ACTION = "StopTransaction";
    /** CiString20Type. */
    private static final int LONGEST_TAG = 20;

    private final SessionLedger ledger;
    private final StationClock clock;
    private final MeterIntake intake;
    private final ReadingPieces pieces;
    private final TokenVerdicts tokens;
    private final GroupCommit commits;
    private final Succession succession;

    @Inject
    public StopTransactions(
            SessionLedger ledger,
            StationClock clock,
            Succession succession,
            TokenVerdicts tokens,
            GroupCommit commits) {
        this.ledger = ledger;
        this.clock = clock;
        this.intake = new MeterIntake(clock);
        this.pieces = new ReadingPieces(ledger, commits);
        this.tokens = tokens;
        this.commits = commits;
        this.succession = succession;
    }

    /** @return what is said about the token; empty: the station presented none */
    public Optional<TokenVerdict> end(Stop given) {
        Stop stop = withoutRest(given);
        Caller caller = stop.caller();
        EventTime when = clock.believe(caller, stop.at(), null);
        Optional<TokenVerdict> verdict = Optional.ofNullable(stop.token())
                .map(token -> tokens.verdict(new TokenQuery(caller.station(), null, token, null, Purpose.STOP, null)));
        TokenUse token = stop.token() == null || stop.token().isBlank() || verdict.isEmpty()
                ? null
                : TokenUse.of(stop.token(), null, verdict.get());
        // Made here and not in the unit of work, which others wait for.
        List<MeterReading> brought = intake.readings(caller, ConnectorRef.UNKNOWN, stop.readings(), null);
        ChargingSession session = commits.write(
                caller.station().scope(), caller.station().id(), tx -> end(tx, stop, when, token, brought));
        pieces.addRest(session, brought);
        return verdict;
    }

    /**
     * Chargers with room for 20 characters and none for their end give a token of that length back with what lies behind it in
     * memory. In the stop of the session that was started with it, it is that token.
     */
    private Stop withoutRest(Stop stop) {
        String token = stop.token();
        if (token == null || token.length() <= LONGEST_TAG) {
            return stop;
        }
        return LostTransactionIds.named(
                        ledger.sessions().committed(stop.caller().station()), stop.number())
                .map(ChargingSession::token)
                .map(TokenUse::value)
                .filter(start -> start.length() == LONGEST_TAG && token.regionMatches(true, 0, start, 0, LONGEST_TAG))
                .map(stop::with)
                .orElse(stop);
    }

    private ChargingSession end(
            Tx tx, Stop stop, EventTime when, @Nullable TokenUse token, List<MeterReading> brought) {
        SqlSessionRows rows = ledger.sessions().in(tx, stop.caller().station());
        ChargingSession session = LostTransactionIds.sessionOf(rows, stop, when, token)
                .map(known -> known.isEndedByStation()
                        ? repeated(tx, known, stop, when, token)
                        : ended(tx, known, stop, when, token, brought))
                .orElseGet(() -> orphan(tx, stop, when, token, brought));
        pieces.addFirst(tx, MeterReading.of(session, brought));
        return session;
    }

    /** Also for a session that was closed without its stop: late, but complete now. */
    private ChargingSession ended(
            Tx tx,
            ChargingSession before,
            Stop stop,
            EventTime when,
            @Nullable TokenUse token,
            List<MeterReading> brought) {
        ChargingSession open = clock.reconsidered(before, stop.caller());
        Set<Suspicion> doubts = doubts(open, stop, when, token);
        doubts.addAll(succession.overlap(tx, before, when));
        open.suspicions().stream()
                .filter(doubt -> doubt != Suspicion.END_MISSING)
                .forEach(doubts::add);
        ChargingSession ended = open.with(new Ending(ClosedBy.STATION, stop.reason(), null))
                .with(open.times().ended(when).seen(stop.caller().receivedAt()))
                .with(open.meter().withStop(stop.meterWh()))
                .withStopToken(token)
                .orOffline(when.offline())
                .withSuspicions(doubts);
        ChargingSession assessed = ledger.assess(tx, ended, MeterReading.of(open, brought), null);
        ledger.enter(tx, before, assessed, event(TrailEntry.Kind.ENDED, stop, when));
        return assessed;
    }

    private Set<Suspicion> doubts(@Nullable ChargingSession open, Stop stop, EventTime when, @Nullable TokenUse token) {
        Set<Suspicion> doubts = EnumSet.noneOf(Suspicion.class);
        doubts.addAll(when.doubts());
        doubts.addAll(intake.doubts(stop.caller(), stop.readings(), null));
        if (open != null && token != null && open.token() != null && !token.mayStopWhatBegan(open.token())) {
            doubts.add(Suspicion.STOP_TOKEN_UNRELATED);
        }
        return doubts;
    }

    /** A stop of a session that never began with us: all that there is of it (behaviour 5.3). */
    private ChargingSession orphan(
            Tx tx, Stop stop, EventTime when, @Nullable TokenUse token, List<MeterReading> brought) {
        Caller caller = stop.caller();
        boolean named = LostTransactionIds.isName(stop.number());
        String name = String.valueOf(stop.number());
        Origin origin = new Origin(
                caller.station(),
                caller.version(),
                named ? null : LostTransactionIds.stopKey(stop, when),
                named ? name : null,
                named ? ledger.sessions().in(tx, caller.station()).nextGeneration(name) : 0,
                null,
                null);
        Set<Suspicion> doubts = doubts(null, stop, when, token);
        doubts.add(Suspicion.START_MISSING);
        SessionTimes times =
                SessionTimes.began(new EventTime(when.at(), null, when.offline(), Set.of()), caller.receivedAt());
        ChargingSession session = ChargingSession.fresh(origin, times.ended(when))
                .with(new Ending(ClosedBy.STATION, stop.reason(), null))
                .with(MeterState.NONE.withStop(stop.meterWh()))
                .withStopToken(token)
                .orOffline(when.offline())
                .withSuspicions(doubts);
        return ledger.open(
                tx,
                ledger.assess(tx, session, MeterReading.of(session, brought), null),
                event(TrailEntry.Kind.ENDED, stop, when));
    }

    /** The first stop counts; another one that says something else is kept for people to look at (field note 99). */
    private ChargingSession repeated(
            Tx tx, ChargingSession ended, Stop stop, EventTime when, @Nullable TokenUse token) {
        TrailEntry event = event(TrailEntry.Kind.ANOMALY, stop, when);
        if (isSame(ended, stop, when, token) || ledger.evidence().has(tx, ended, event.digest())) {
            return ended;
        }
        ChargingSession doubted = ended.suspecting(Set.of(Suspicion.STOP_CONFLICT));
        Ending ending = ended.ending();
        SessionVerdict verdict =
                ending.verdict() == SessionVerdict.COMPLETE ? SessionVerdict.SUSPECT : ending.verdict();
        ledger.enter(tx, ended, doubted.with(ending.with(verdict)), event);
        return doubted;
    }

    private static boolean isSame(ChargingSession ended, Stop stop, EventTime when, @Nullable TokenUse token) {
        TokenUse before = ended.stopToken();
        boolean sameToken = token == null || before == null ? token == before : token.isSame(before);
        return sameToken
                && isEqual(ended.meter().stopWh(), stop.meterWh())
                && Objects.equals(ended.times().stationEndedAt(), when.station())
                && ended.ending().reason() == stop.reason();
    }

    static boolean isEqual(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static TrailEntry event(TrailEntry.Kind kind, Stop stop, EventTime when) {
        return new TrailEntryBuilder()
                .with("transactionId", stop.number())
                .with("token", stop.token())
                .with("meterWh", stop.meterWh())
                .with("at", stop.at())
                .with("reason", stop.rawReason() == null ? stop.reason().word() : stop.rawReason())
                .event(kind, ACTION, stop.caller(), when);
    }
}
