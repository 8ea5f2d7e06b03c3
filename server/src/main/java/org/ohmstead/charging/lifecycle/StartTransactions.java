package org.ohmstead.charging.lifecycle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.StationClock;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.session.TokenUse;
import org.ohmstead.charging.store.SqlSessionRows;
import org.ohmstead.charging.trail.TrailEntry;
import org.ohmstead.charging.trail.TrailEntryBuilder;
import org.ohmstead.db.keys.IndexKey;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.Caller;
import org.ohmstead.tokens.Decision;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenQuery.Purpose;
import org.ohmstead.tokens.TokenVerdict;
import org.ohmstead.tokens.TokenVerdicts;

/** How 1.6 sessions begin (§4.8): always, with a number, whatever the token is worth. */
@Singleton
public class StartTransactions {
    private final SessionLedger ledger;
    private final StationClock clock;
    private final TokenVerdicts tokens;
    private final GroupCommit commits;
    private final Succession succession;

    @Inject
    public StartTransactions(
            SessionLedger ledger,
            StationClock clock,
            Succession succession,
            TokenVerdicts tokens,
            GroupCommit commits) {
        this.ledger = ledger;
        this.clock = clock;
        this.tokens = tokens;
        this.commits = commits;
        this.succession = succession;
    }

    /** @param number of the session */
    public record Begun(long number, TokenVerdict verdict) {}

    public Begun begin(Start start) {
        Caller caller = start.caller();
        EventTime when = clock.believe(caller, start.at(), null);
        ConnectorRef place = ConnectorRef.ofConnector16(start.connector());
        TokenQuery query = new TokenQuery(
                caller.station(),
                token(start),
                null,
                Purpose.START,
                new StartCircumstances(place, () -> own(start, when, place)));
        try (Decision decision = tokens.decide(query)) {
            TokenVerdict verdict = decision.verdict();
            return new Begun(
                    commits.write(
                            caller.station().scope(),
                            caller.station().id(),
                            tx -> begin(tx, start, when, place, verdict)),
                    verdict);
        }
    }

    private @Nullable ChargingSession own(Start start, EventTime when, ConnectorRef place) {
        SqlSessionRows rows = ledger.sessions().committed(start.caller().station());
        return standing(rows, start, when)
                .or(() -> rows.openAt(place).stream().findFirst())
                .orElse(null);
    }

    /** A session that is still open on the connector has lost its stop; unless it is the newer one of the two (§3.7). */
    private long begin(Tx tx, Start start, EventTime when, ConnectorRef place, TokenVerdict verdict) {
        SqlSessionRows rows = ledger.sessions().in(tx, start.caller().station());
        Optional<ChargingSession> known = standing(rows, start, when);
        if (known.isPresent()) {
            return known.get().id();
        }
        ChargingSession begun = session(start, when, place, verdict);
        List<ChargingSession> lost = succession.before(tx, begun);
        ChargingSession session = ledger.open(
                tx,
                succession.placed(tx, begun, start.caller()),
                event(start, when).refusing(verdict.reason()));
        lost.forEach(old -> ledger.supersede(tx, old, session, start.caller()));
        succession.doubtUnplaced(tx, session, start.caller());
        return session.id();
    }

    /**
     * The session that an earlier delivery of the same start left: 1.6 has no key for it, so all that it says is the key
     * (field note 98). Where the time is none that tells two starts apart, or was none when the other one came, only a session
     * that is still open can be the same.
     */
    private static Optional<ChargingSession> standing(SqlSessionRows rows, Start start, EventTime when) {
        Optional<ChargingSession> known = when.isStations() ? rows.byStartKey(key(start, when)) : Optional.empty();
        return known.or(() -> open(rows, start, when));
    }

    private static Optional<ChargingSession> open(SqlSessionRows rows, Start start, EventTime when) {
        String begin = start.connector() + "|" + key(start) + "|"; // the token as it was read
        return rows.open().stream()
                .filter(open -> String.valueOf(open.origin().startKey()).startsWith(begin))
                .filter(open -> Objects.equals(open.times().stationStartedAt(), when.station()))
                .filter(open -> isSameRegister(open, start))
                .findFirst();
    }

    private static boolean isSameRegister(ChargingSession open, Start start) {
        return open.meter().startWh() == null
                ? start.meterWh() == null
                : start.meterWh() != null && open.meter().startWh().compareTo(start.meterWh()) == 0;
    }

    /** Stands in databases as it is written here, so it must never be written in another way. */
    public static String key(Start start, EventTime when) {
        return String.join(
                "|",
                start.connector() == null ? "null" : Integer.toString(start.connector()),
                key(start),
                DateTimeFormatter.ISO_INSTANT.format(when.key()),
                start.meterWh() == null ? "" : start.meterWh().toPlainString());
    }

    private static String key(Start start) {
        return IndexKey.of(token(start).toLowerCase(Locale.ROOT));
    }

    private static String token(Start start) {
        return start.token() == null ? "" : start.token();
    }

    private ChargingSession session(Start start, EventTime when, ConnectorRef place, TokenVerdict verdict) {
        Caller caller = start.caller();
        Origin origin =
                new Origin(caller.station(), caller.version(), key(start, when), null, 0, start.reservation(), null);
        Set<Suspicion> doubts = EnumSet.noneOf(Suspicion.class);
        doubts.addAll(when.doubts());
        if (place.evse() == null || start.token() == null) {
            doubts.add(Suspicion.FIELDS_MISSING);
        }
        if (start.meterWh() == null) {
            doubts.add(Suspicion.METER_START_MISSING);
        } else if (start.meterWh().signum() < 0) {
            doubts.add(Suspicion.METER_NEGATIVE);
        }
        ChargingSession begun = ChargingSession.fresh(origin, SessionTimes.began(when, caller.receivedAt()))
                .with(place)
                .withToken(TokenUse.of(token(start), null, verdict))
                .with(MeterState.NONE.withStart(start.meterWh()))
                .orOffline(when.offline())
                .suspecting(doubts);
        // Its connector may never leave Available, and so never say again that it is; a message of the session would.
        return begun.isRefusedAndIdle()
                ? begun.with(Ending.OPEN.withSign(succession.refused(caller.receivedAt())))
                : begun;
    }

    private static TrailEntry event(Start start, EventTime when) {
        return new TrailEntryBuilder()
                .with("connector", start.connector())
                .with("token", start.token())
                .with("meterWh", start.meterWh())
                .with("at", start.at())
                .with("reservation", start.reservation())
                .event(TrailEntry.Kind.STARTED, "StartTransaction", start.caller(), when);
    }
}
