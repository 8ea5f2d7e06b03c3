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
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.commands.Command;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.Commands;
import org.ohmstead.stations.StationRef;

/** Messages on the displays of stations (OCPP 2.x O01 to O06). What a station said to each is kept with it. */
@Singleton
public class DisplayMessages {
    private static final String ACCEPTED = "Accepted";

    private final SqlDisplayMessageStore store;
    private final Commands commands;
    private final Clock clock;
    private final AtomicInteger requests;
    /** Stations that were asked for all their messages, and are telling them; one that a restart ends leaves old ones standing. */
    private final ConcurrentMap<Long, Asked> asked = new ConcurrentHashMap<>();

    private record Asked(int request, Instant since) {}

    @Inject
    public DisplayMessages(SqlDisplayMessageStore store, Commands commands, Clock clock) {
        this.store = store;
        this.commands = commands;
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
        CommandResult result = send(by, station, "SetDisplayMessage", payload, patience);
        long id = message.path("id").asLong();
        Optional<DisplayMessage> before = store.find(station, id);
        boolean stands = before.map(DisplayMessage::shown).orElse(false);
        Boolean shown =
                switch (result.how()) {
                    case ANSWERED -> ACCEPTED.equals(said(result)) || stands;
                    case TIMED_OUT, CONNECTION_LOST -> null;
                    case REFUSED, NOT_CONNECTED, NOT_SUPPORTED -> stands;
                };
        boolean replaced = !stands || ACCEPTED.equals(said(result)) || shown == null;
        return keep(by, station, replaced ? message : before.orElseThrow().message(), shown, result);
    }

    /** Takes a message from the display (O05), also one that only the station knows. Blocks as {@link #set} does. */
    DisplayMessage clear(Actor by, StationRef station, long id, Duration patience) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("id", id);
        CommandResult result = send(by, station, "ClearDisplayMessage", payload, patience);
        Optional<DisplayMessage> before = store.find(station, id);
        Boolean stands = before.map(DisplayMessage::shown).orElse(null);
        Boolean shown =
                switch (result.how()) {
                    case ANSWERED ->
                        "Rejected".equals(said(result)) ? stands : Boolean.FALSE; // Unknown is not there either
                    case TIMED_OUT, CONNECTION_LOST -> null;
                    case REFUSED, NOT_CONNECTED, NOT_SUPPORTED -> stands;
                };
        return keep(by, station, before.map(DisplayMessage::message).orElse(payload), shown, result);
    }

    /** Asks the station for all that it has (O03); it tells in messages of its own, which {@link #reported} takes. */
    CommandResult refresh(Actor by, StationRef station, Duration patience) {
        int request = requests.incrementAndGet() & Integer.MAX_VALUE;
        Instant since = now();
        asked.put(station.id(), new Asked(request, since));
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("requestId", request);
        CommandResult result = send(by, station, "GetDisplayMessages", payload, patience);
        if ("Unknown".equals(said(result))) { // it has none
            asked.remove(station.id());
            store.gone(station, since, now());
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

    private DisplayMessage keep(
            Actor by, StationRef station, ObjectNode message, @Nullable Boolean shown, CommandResult result) {
        DisplayMessage told = new DisplayMessage(
                message.path("id").asLong(),
                message,
                shown,
                new DisplayMessage.Told(result.how().word(), said(result), by.word()),
                now(),
                null);
        store.told(station, told);
        return store.find(station, told.id()).orElse(told);
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
