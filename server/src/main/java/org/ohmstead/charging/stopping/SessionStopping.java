package org.ohmstead.charging.stopping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.background.OneByOne;
import org.ohmstead.charging.lifecycle.SessionLedger;
import org.ohmstead.charging.lists.SqlSessionPages;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.trail.TrailEntry;
import org.ohmstead.commands.Command;
import org.ohmstead.commands.Commands;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.RunningSession;
import org.ohmstead.tokens.blocking.SessionStops;

/**
 * Tells stations to stop sessions (F03; 1.6 §5.12). A session ends with its station's own stop, which follows when the station
 * has answered Accepted; what it answered stands in the session's evidence. Waits for stations, so no handler of their messages
 * may come here.
 */
@Singleton
public class SessionStopping implements SessionStops {
    private static final Logger LOG = System.getLogger(SessionStopping.class.getName());
    /** The guidance of OCPP 2.x part 2 §3.2 for a message's time-out. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SqlSessionPages sessions;
    private final Commands commands;
    private final SessionLedger ledger;
    private final GroupCommit commits;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public SessionStopping(
            SqlSessionPages sessions,
            Commands commands,
            SessionLedger ledger,
            GroupCommit commits,
            AuditLog audit,
            Clock clock) {
        this.sessions = sessions;
        this.commands = commands;
        this.ledger = ledger;
        this.commits = commits;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Blocks until the outcome is known.
     *
     * @param why for the evidence
     * @throws Refused not found; in conflict where it has ended
     */
    SessionStop stop(Actor by, long id, String why) {
        ChargingSession session =
                sessions.session(by.scope(), id).orElseThrow(() -> Refused.notFound("There is no session " + id + "."));
        if (!session.isOpen()) {
            throw Refused.conflict(null, "Session " + id + " has ended already, so there is nothing to stop.");
        }
        return stop(by, session, why);
    }

    /**
     * Blocks until all outcomes are known. Stations are told at the same time, one of several sessions in their order.
     *
     * @return in the order in which they were given, without those that have ended meanwhile
     */
    List<SessionStop> stop(Actor by, List<RunningSession> some, String why) {
        List<ChargingSession> open = some.stream()
                .map(one -> sessions.session(by.scope(), one.id()))
                .flatMap(Optional::stream)
                .filter(ChargingSession::isOpen)
                .toList();
        Map<Long, SessionStop> stops = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            open.stream()
                    .collect(Collectors.groupingBy(
                            session -> session.origin().station().id()))
                    .values()
                    .forEach(ofStation -> threads.execute(() -> ofStation.forEach(session -> OneByOne.attemptOrLeave(
                            words(session) + " stopping it", () -> stops.put(session.id(), stop(by, session, why))))));
        }
        return open.stream()
                .map(session -> Optional.ofNullable(stops.get(session.id())).orElseGet(() -> failed(session)))
                .toList();
    }

    @Override
    public void stopLater(Actor by, List<RunningSession> some, String why) {
        Thread.ofVirtual()
                .name("stop-sessions")
                .start(() -> OneByOne.attemptOrLeave(
                        "tenant=" + by.tenant() + " stopping the sessions " + some, () -> stop(by, some, why)));
    }

    private SessionStop stop(Actor by, ChargingSession session, String why) {
        Instant asked = clock.instant();
        SessionStop stop = told(by, session);
        LOG.log(
                stop.accepted() ? Level.INFO : Level.WARNING,
                "{0} action={1} stop because {2}: {3}",
                words(session),
                stop.action(),
                why,
                outcome(stop));
        // What the station said is known, whether it can be written down or not.
        OneByOne.attemptOrLeave(words(session) + " noting its stop", () -> note(by, stop, asked, why));
        return stop;
    }

    private SessionStop told(Actor by, ChargingSession session) {
        String action = action(session);
        try {
            Command command = new Command(session.origin().station().identity(), action, payload(session), PATIENCE);
            SessionStop stop = new SessionStop(session, action, commands.send(by, command), null);
            return stop.rejected() && isOver(by, session) ? stop.alreadyOver() : stop;
        } catch (Refused refusal) {
            return new SessionStop(session, action, null, refusal.detail());
        }
    }

    /**
     * A station refuses to stop what has ended already (field note 107): then its stop has come meanwhile, or is still to come. In
     * 2.x it can be asked (E14).
     */
    private boolean isOver(Actor by, ChargingSession session) {
        boolean ended = sessions.session(by.scope(), session.id())
                .map(now -> !now.isOpen())
                .orElse(true);
        String own = session.origin().stationTx();
        if (ended || session.origin().isNumbered() || own == null) {
            return ended;
        }
        try {
            Command asked = new Command(
                    session.origin().station().identity(),
                    "GetTransactionStatus",
                    JsonNodeFactory.instance.objectNode().put("transactionId", own),
                    PATIENCE);
            JsonNode answer = commands.send(by, asked).response();
            return answer != null
                    && answer.path("ongoingIndicator").isBoolean()
                    && !answer.path("ongoingIndicator").asBoolean();
        } catch (Refused busy) {
            return false;
        }
    }

    private static SessionStop failed(ChargingSession session) {
        return new SessionStop(session, action(session), null, "It failed; the server's log says why. Try again.");
    }

    private static String action(ChargingSession session) {
        return session.origin().isNumbered() ? "RemoteStopTransaction" : "RequestStopTransaction";
    }

    /** By the name that the station has for it. */
    private static ObjectNode payload(ChargingSession session) {
        String own = session.origin().stationTx();
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        return session.origin().isNumbered()
                ? payload.put("transactionId", own == null ? session.id() : Long.parseLong(own))
                : payload.put("transactionId", own);
    }

    private void note(Actor by, SessionStop stop, Instant asked, String why) {
        StationRef station = stop.session().origin().station();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("actor", by.word());
        said.put("because", why);
        said.put("askedAt", asked.toString());
        said.put("outcome", outcome(stop));
        TrailEntry event = new TrailEntry(
                TrailEntry.Kind.COMMANDED,
                null,
                stop.action(),
                null,
                null,
                null,
                EventTime.micros(clock.instant()),
                false,
                0,
                TrailEntry.Detail.said(said));
        commits.write(station.scope(), station.id(), tx -> {
            ledger.evidence().add(tx, stop.session(), event);
            audit.record(
                    tx,
                    by,
                    AuditEntry.done(
                            "session",
                            stop.session().id(),
                            "stop-requested",
                            Map.of("because", why, "command", stop.action(), "outcome", outcome(stop))));
            return true;
        });
    }

    /** In a few words: what the station answered, or why it has not. */
    private static String outcome(SessionStop stop) {
        return stop.status() != null
                ? stop.status()
                : stop.outcome() + (stop.text() == null || stop.text().isEmpty() ? "" : ": " + stop.text());
    }

    private static String words(ChargingSession session) {
        StationRef station = session.origin().station();
        return "tenant=" + station.tenant() + " station=" + station.identity() + " session=" + session.id();
    }
}
