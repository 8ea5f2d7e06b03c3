package org.ohmstead.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.commands.StoredCommand.State;
import org.ohmstead.db.StoreUnavailable;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.secrets.Secrets;
import org.ohmstead.stations.StationChanges;
import org.ohmstead.stations.StationRef;

/**
 * What is kept of commands. A command changes something in the station, where no transaction reaches: so it is on record
 * before it leaves, and without a record none leaves.
 */
@Singleton
public class CommandRecords {
    private static final Logger LOG = System.getLogger(CommandRecords.class.getName());
    /** For so long an Idempotency-Key stands for one command. */
    static final Duration KEY_COUNTS = Duration.ofDays(1);

    private final GroupCommit commits;
    private final AuditLog audit;
    private final SqlCommandStore store;
    private final CommandListeners listeners;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public CommandRecords(
            GroupCommit commits,
            AuditLog audit,
            SqlCommandStore store,
            CommandListeners listeners,
            Outbox outbox,
            Clock clock) {
        this.commits = commits;
        this.audit = audit;
        this.store = store;
        this.listeners = listeners;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A command that is about to be kept. @param key of an Idempotency-Key; null: none */
    SqlCommandStore.Entry entry(
            Actor by, StationRef station, Command command, @Nullable OcppVersion version, @Nullable String key) {
        return new SqlCommandStore.Entry(
                by, station, command, payload(command), version, key == null ? "-" + UUID.randomUUID() : "+" + key);
    }

    static JsonNode payload(Command command) {
        return command.payload() == null ? JsonNodeFactory.instance.objectNode() : command.payload();
    }

    /** As it is kept. */
    static JsonNode masked(Command command) {
        return Secrets.masked(payload(command));
    }

    /** The command that a key stands for. */
    Optional<StoredCommand> byKey(Actor by, String key) {
        return store.byKey(by, "+" + key, now().minus(KEY_COUNTS));
    }

    /**
     * A command is about to leave. Blocks until that is on disk.
     *
     * @return its id; empty: its key stands for another one already
     * @throws StoreUnavailable if it cannot be; then the command must not leave
     */
    Optional<Long> leaving(SqlCommandStore.Entry entry) {
        Instant now = now();
        return commits.write(entry.station().scope(), entry.station().id(), tx -> {
            store.freeKey(tx, entry.by(), entry.key(), now.minus(KEY_COUNTS));
            Optional<Long> id = store.add(tx, entry, State.SENT, now, null);
            id.ifPresent(number -> left(tx, entry.by(), entry.station(), number, entry.command(), now));
            return id;
        });
    }

    /** The same of one that has waited. @return false: it was called off or has expired meanwhile */
    boolean leaving(StoredCommand queued, OcppVersion version) {
        Instant now = now();
        StationRef station = queued.station();
        return commits.write(station.scope(), station.id(), tx -> {
            boolean leaves = store.leaves(tx, queued, version, now);
            if (leaves) {
                left(tx, queued.by(), station, queued.id(), queued.command(), now);
            }
            return leaves;
        });
    }

    private void left(Tx tx, Actor by, StationRef station, long id, Command command, Instant now) {
        record(tx, by, station, "command", Map.of("command", command.action(), "payload", payload(command)));
        outbox.append(
                tx,
                new CommandSent(
                        station.tenant(), station.id(), now, station.identity(), id, command.action(), by.word()));
        for (CommandListener listener : listeners.of(command.action())) {
            listener.leaves(tx, store.get(tx, station, id));
        }
    }

    /**
     * A command waits for its station.
     *
     * @param most how many may wait for one station
     * @return its id; empty: its key stands for another one already
     * @throws Refused too many
     */
    Optional<Long> queue(SqlCommandStore.Entry entry, Duration ttl, int most) {
        StationRef station = entry.station();
        // a link that we made for the station waits with it, and is taken out as soon as it has left
        if (!Secrets.masked(entry.payload()).equals(Secrets.withoutLinks(entry.payload()))) {
            throw Refused.invalid(
                    "ttl",
                    "The payload has a password or a key, which is not kept, so this command cannot wait for its"
                            + " station. Send it without ttl while the station is connected.");
        }
        Instant now = now();
        Instant expires = now.plus(ttl);
        return commits.write(station.scope(), station.id(), tx -> {
            store.freeKey(tx, entry.by(), entry.key(), now.minus(KEY_COUNTS));
            Optional<Long> id = store.add(tx, entry, State.QUEUED, now, expires);
            if (id.isPresent()) {
                if (store.waiting(tx, station) > most) {
                    throw full(station, most);
                }
                queued(tx, entry, id.get(), now, expires);
            }
            return id;
        });
    }

    private static Refused full(StationRef station, int most) {
        return Refused.tooMany(
                most + " commands wait for " + station.identity()
                        + " already, and no more may (command-queue). Cancel some with DELETE /api/v1/commands/{id}.",
                Duration.ofMinutes(1));
    }

    private void queued(Tx tx, SqlCommandStore.Entry entry, long id, Instant now, Instant expires) {
        StationRef station = entry.station();
        String action = entry.command().action();
        record(tx, entry.by(), station, "command-queued", Map.of("command", action, "payload", entry.payload()));
        outbox.append(
                tx,
                new CommandQueued(
                        station.tenant(),
                        station.id(),
                        now,
                        station.identity(),
                        id,
                        action,
                        entry.by().word(),
                        expires));
        for (CommandListener listener : listeners.of(action)) {
            listener.queued(tx, store.get(tx, station, id));
        }
    }

    /** It was not sent after all, and waits on. */
    void waitsAgain(StoredCommand queued) {
        commits.write(queued.station().scope(), queued.station().id(), tx -> {
            store.waitsAgain(tx, queued);
            return true;
        });
    }

    /** One that never left, and never will. */
    StoredCommand unsent(SqlCommandStore.Entry entry, CommandResult result) {
        StationRef station = entry.station();
        Optional<Long> id = commits.write(station.scope(), station.id(), tx -> {
            Optional<Long> added = store.add(tx, entry, State.SENT, now(), null);
            added.filter(number -> store.ended(tx, station, number, result, List.of(State.SENT)))
                    .ifPresent(number -> tell(tx, entry.by(), station, number, result));
            return added;
        });
        return id.flatMap(number -> store.find(station.scope(), number))
                .orElseThrow(() -> new IllegalStateException("a command was just kept"));
    }

    /**
     * The outcome of a command that has left is known. Where it cannot be kept, whoever waits for it learns it all the same, and
     * the next start of the server says of the record that nobody knows it.
     */
    void ended(Actor by, StationRef station, long id, CommandResult result) {
        try {
            end(by, station, id, result, List.of(State.SENT));
        } catch (StoreUnavailable e) {
            LOG.log(
                    Level.WARNING,
                    "tenant=" + station.tenant() + " station=" + station.identity() + " command=" + id
                            + " ended, and that could not be kept",
                    e);
        }
    }

    /** @return false: it was not in one of these states any more */
    boolean end(Actor by, StationRef station, long id, CommandResult result, List<State> from) {
        return commits.write(station.scope(), station.id(), tx -> end(tx, by, station, id, result, from));
    }

    private boolean end(Tx tx, Actor by, StationRef station, long id, CommandResult result, List<State> from) {
        if (!store.ended(tx, station, id, result, from)) {
            return false;
        }
        if (from.contains(State.QUEUED)) {
            store.calledOff(tx, station, id);
        }
        if (!result.sent()) {
            String why = result.text() == null ? result.how().word() : result.text();
            record(tx, by, station, "command-not-sent", Map.of("command", result.action(), "because", why));
        }
        tell(tx, by, station, id, result);
        return true;
    }

    private void tell(Tx tx, Actor by, StationRef station, long id, CommandResult result) {
        JsonNode answer = result.response();
        outbox.append(
                tx,
                new CommandEnded(
                        station.tenant(),
                        station.id(),
                        result.endedAt(),
                        station.identity(),
                        id,
                        result.action(),
                        by.word(),
                        result.how().word(),
                        answer != null && answer.path("status").isTextual()
                                ? answer.path("status").asText()
                                : null,
                        result.text()));
        for (CommandListener listener : listeners.of(result.action())) {
            listener.ended(tx, store.get(tx, station, id), result);
        }
    }

    private void record(Tx tx, Actor by, StationRef station, String what, Map<String, Object> words) {
        audit.record(tx, by, StationChanges.done(station, what, words));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
