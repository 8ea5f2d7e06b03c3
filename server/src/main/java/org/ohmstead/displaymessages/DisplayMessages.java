package org.ohmstead.displaymessages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/**
 * Messages on the displays of stations (OCPP 2.x O01 to O06). What a station said to each is kept with it, by whatever way it was
 * told.
 */
@Singleton
public class DisplayMessages implements CommandListener {
    private static final String SET = "SetDisplayMessage";
    private static final String CLEAR = "ClearDisplayMessage";
    private static final String GET = "GetDisplayMessages";
    private static final String ACCEPTED = "Accepted";

    private final SqlDisplayMessageStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final AtomicInteger requests;
    /** Stations that were asked for all their messages, and are telling them; one that a restart ends leaves old ones standing. */
    private final ConcurrentMap<Long, Asked> asked = new ConcurrentHashMap<>();

    private record Asked(int request, Instant since) {}

    @Inject
    public DisplayMessages(SqlDisplayMessageStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.requests = new AtomicInteger((int) (clock.millis() & 0x3fff_ffff));
    }

    Page<DisplayMessage> page(StationRef station, Limit limit, @Nullable Cursor after) {
        List<DisplayMessage> rows = store.after(station, after == null ? -1 : after.id(), limit.rows() + 1);
        return Page.of(rows, limit, message -> Cursor.at(message.id()));
    }

    Optional<DisplayMessage> find(StationRef station, long id) {
        return store.find(station, id);
    }

    @Override
    public Set<String> actions() {
        return Set.of(SET, CLEAR, GET);
    }

    /** A message is about to be set, in the words of the station's request. */
    static Verb set(ObjectNode message) {
        return Verb.of(SET, Words.newPayload().set("message", message));
    }

    static Verb clear(long id) {
        return Verb.of(CLEAR, Words.newPayload().put("id", id));
    }

    /** All that the station has (O03). */
    Verb all() {
        return Verb.of(GET, Words.newPayload().put("requestId", requests.incrementAndGet() & Integer.MAX_VALUE));
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        JsonNode payload = command.payload();
        boolean whole = payload.path("id").isEmpty() && !payload.has("priority") && !payload.has("state");
        if (command.action().equals(GET) && whole) {
            Instant since = command.sentAt() == null ? command.createdAt() : command.sentAt();
            Asked own = new Asked(payload.path("requestId").asInt(), since);
            tx.afterCommit(() -> asked.put(command.station().id(), own));
        }
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        switch (command.action()) {
            case SET -> wasSet(tx, command, result);
            case CLEAR -> wasCleared(tx, command, result);
            default -> wasAsked(tx, command, result);
        }
    }

    /** O01, O02, O06. */
    private void wasSet(Tx tx, StoredCommand command, CommandResult result) {
        if (!(command.payload().path("message") instanceof ObjectNode message)) {
            return;
        }
        keep(tx, command, message.path("id").asLong(), result, before -> {
            Boolean stands = before == null ? Boolean.FALSE : before.shown();
            Boolean shown =
                    switch (result.how()) {
                        case ANSWERED -> ACCEPTED.equals(said(result)) ? Boolean.TRUE : stands;
                        case TIMED_OUT, CONNECTION_LOST -> null;
                        case REFUSED, NOT_CONNECTED, NOT_SUPPORTED, BUSY, EXPIRED, CANCELLED -> stands;
                    };
            boolean mayBeThere = result.sent() && (shown == null || ACCEPTED.equals(said(result)));
            return before == null || mayBeThere || Boolean.FALSE.equals(before.shown())
                    ? new Standing(message, shown)
                    : new Standing(before.message(), shown);
        });
    }

    /** O05, also one that only the station knows. */
    private void wasCleared(Tx tx, StoredCommand command, CommandResult result) {
        ObjectNode unknown =
                Words.newPayload().put("id", command.payload().path("id").asLong());
        keep(tx, command, unknown.path("id").asLong(), result, before -> {
            Boolean stands = before == null ? null : before.shown();
            Boolean shown =
                    switch (result.how()) {
                        case ANSWERED ->
                            "Rejected".equals(said(result)) ? stands : Boolean.FALSE; // Unknown is not there
                        case TIMED_OUT, CONNECTION_LOST -> null;
                        case REFUSED, NOT_CONNECTED, NOT_SUPPORTED, BUSY, EXPIRED, CANCELLED -> stands;
                    };
            return new Standing(before == null ? unknown : before.message(), shown);
        });
    }

    /** O03: it tells in messages of its own, which {@link #reported} takes. */
    private void wasAsked(Tx tx, StoredCommand command, CommandResult result) {
        StationRef station = command.station();
        Asked own = asked.get(station.id());
        if (own == null || own.request() != command.payload().path("requestId").asInt()) {
            return;
        }
        boolean tells =
                switch (result.how()) {
                    case ANSWERED -> ACCEPTED.equals(said(result));
                    case TIMED_OUT -> true; // it may all the same
                    case CONNECTION_LOST, REFUSED, NOT_CONNECTED, NOT_SUPPORTED, BUSY, EXPIRED, CANCELLED -> false;
                };
        if (!tells) {
            tx.afterCommit(() -> asked.remove(station.id(), own));
        }
        if ("Unknown".equals(said(result))) { // it has none
            store.gone(tx, station, own.since(), now());
        }
    }

    /**
     * How a message stands after a command about it, for whoever has sent that.
     *
     * @param message as it was sent, for one that nobody knows
     */
    DisplayMessage after(StationRef station, ObjectNode message, VerbResult result) {
        StoredCommand command = result.command();
        CommandResult ended = command.result();
        long id = message.path("id").asLong();
        return store.find(station, id).orElseGet(() -> {
            boolean never = ended != null && command.action().equals(SET) && !ended.sent();
            DisplayMessage.Told last = ended == null
                    ? null
                    : new DisplayMessage.Told(
                            ended.action(),
                            ended.how().word(),
                            said(ended),
                            command.by().word());
            Instant at = ended == null ? command.createdAt() : ended.endedAt().truncatedTo(ChronoUnit.MICROS);
            return new DisplayMessage(id, message, never ? Boolean.FALSE : null, last, at, null);
        });
    }

    /**
     * The station reports messages that it has (NotifyDisplayMessages).
     *
     * @param request the one that it answers
     * @param last    whether no more of them follow
     */
    public void reported(StationRef station, int request, List<ObjectNode> messages, boolean last) {
        Instant now = now();
        store.reported(
                station,
                messages.stream()
                        .map(message -> new DisplayMessage(message.path("id").asLong(), message, true, null, now, now))
                        .toList());
        Asked whole = asked.get(station.id());
        if (last && whole != null && whole.request() == request && asked.remove(station.id(), whole)) {
            store.gone(station, whole.since(), now);
        }
    }

    /** How a message stands after a command, by how it stood before. */
    private record Standing(ObjectNode message, @Nullable Boolean shown) {}

    /** What was never sent about a message that nobody knows is told, and not kept. */
    private void keep(
            Tx tx,
            StoredCommand command,
            long id,
            CommandResult result,
            Function<@Nullable DisplayMessage, Standing> becomes) {
        Actor by = command.by();
        DisplayMessage.Told last =
                new DisplayMessage.Told(result.action(), result.how().word(), said(result), by.word());
        Instant ended = result.endedAt().truncatedTo(ChronoUnit.MICROS);
        store.change(
                tx,
                command.station(),
                id,
                before -> {
                    if (before == null) {
                        Standing first = becomes.apply(null);
                        DisplayMessage told = new DisplayMessage(id, first.message(), first.shown(), last, ended, null);
                        return new SqlDisplayMessageStore.Change(told, result.sent());
                    }
                    boolean isOvertaken = before.changedAt().isAfter(ended);
                    Standing after =
                            isOvertaken ? new Standing(before.message(), before.shown()) : becomes.apply(before);
                    Instant changed = isOvertaken ? before.changedAt() : ended;
                    return new SqlDisplayMessageStore.Change(
                            new DisplayMessage(id, after.message(), after.shown(), last, changed, before.reportedAt()),
                            true);
                },
                audit.by(by));
    }

    static @Nullable String said(CommandResult result) {
        JsonNode answer = result.response();
        return answer == null || !answer.path("status").isTextual()
                ? null
                : answer.path("status").asText();
    }

    /** As both databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
