package org.ohmstead.displaymessages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
import org.ohmstead.commands.Command;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.Commands;
import org.ohmstead.stations.StationRef;

/** Messages on the displays of stations (OCPP 2.x O01 to O06). What a station said to each is kept with it. */
@Singleton
public class DisplayMessages {
    private static final String SET = "SetDisplayMessage";
    private static final String CLEAR = "ClearDisplayMessage";
    private static final String ACCEPTED = "Accepted";

    private final SqlDisplayMessageStore store;
    private final Commands commands;
    private final AuditLog audit;
    private final Clock clock;
    private final AtomicInteger requests;
    /** Stations that were asked for all their messages, and are telling them; one that a restart ends leaves old ones standing. */
    private final ConcurrentMap<Long, Asked> asked = new ConcurrentHashMap<>();

    private record Asked(int request, Instant since) {}

    @Inject
    public DisplayMessages(SqlDisplayMessageStore store, Commands commands, AuditLog audit, Clock clock) {
        this.store = store;
        this.commands = commands;
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

    /**
     * Shows a message, in place of one with the same id (O01, O02, O06). Blocks until the outcome is known.
     *
     * @param message as MessageInfo of OCPP 2.x has it
     * @throws org.ohmstead.api.Refused as {@link Commands#send}
     */
    DisplayMessage set(Actor by, StationRef station, ObjectNode message, Duration patience) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().set("message", message);
        CommandResult result = send(by, station, SET, payload, patience);
        return keep(by, station, message.path("id").asLong(), result, before -> {
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

    /** Takes a message from the display (O05), also one that only the station knows. Blocks as {@link #set} does. */
    DisplayMessage clear(Actor by, StationRef station, long id, Duration patience) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("id", id);
        CommandResult result = send(by, station, CLEAR, payload, patience);
        return keep(by, station, id, result, before -> {
            Boolean stands = before == null ? null : before.shown();
            Boolean shown =
                    switch (result.how()) {
                        case ANSWERED ->
                            "Rejected".equals(said(result)) ? stands : Boolean.FALSE; // Unknown is not there
                        case TIMED_OUT, CONNECTION_LOST -> null;
                        case REFUSED, NOT_CONNECTED, NOT_SUPPORTED, BUSY, EXPIRED, CANCELLED -> stands;
                    };
            return new Standing(before == null ? payload : before.message(), shown);
        });
    }

    /** Asks the station for all that it has (O03); it tells in messages of its own, which {@link #reported} takes. */
    CommandResult refresh(Actor by, StationRef station, Duration patience) {
        int request = requests.incrementAndGet() & Integer.MAX_VALUE;
        Asked own = new Asked(request, now());
        asked.put(station.id(), own);
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("requestId", request);
        CommandResult result = send(by, station, "GetDisplayMessages", payload, patience);
        boolean tells =
                switch (result.how()) {
                    case ANSWERED -> ACCEPTED.equals(said(result));
                    case TIMED_OUT -> true; // it may all the same
                    case CONNECTION_LOST, REFUSED, NOT_CONNECTED, NOT_SUPPORTED, BUSY, EXPIRED, CANCELLED -> false;
                };
        if (!tells) {
            asked.remove(station.id(), own);
        }
        if ("Unknown".equals(said(result))) { // it has none
            store.gone(station, own.since(), now());
        }
        return result;
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

    private CommandResult send(Actor by, StationRef station, String action, ObjectNode payload, Duration patience) {
        return commands.send(by, new Command(station.identity(), action, payload, patience));
    }

    /** How a message stands after a command, by how it stood before. */
    private record Standing(ObjectNode message, @Nullable Boolean shown) {}

    /** What was never sent about a message that nobody knows is told, and not kept. */
    private DisplayMessage keep(
            Actor by,
            StationRef station,
            long id,
            CommandResult result,
            Function<@Nullable DisplayMessage, Standing> becomes) {
        DisplayMessage.Told last =
                new DisplayMessage.Told(result.action(), result.how().word(), said(result), by.word());
        Instant ended = result.endedAt().truncatedTo(ChronoUnit.MICROS);
        return store.change(
                station,
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
