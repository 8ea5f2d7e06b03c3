package org.ohmstead.commands;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.StoredCommand.State;
import org.ohmstead.db.Scope;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.secrets.Secrets;

/**
 * Takes commands of those who do not have to wait for their end: a command goes on behind the wait, waits for a station that is
 * not connected, and is sent once however often it was asked for with one key. All can be looked at afterwards.
 */
@Singleton
public class CommandOrders {
    private final Commands commands;
    private final CommandRecords records;
    private final SqlCommandStore store;
    private final CommandSettings settings;
    private final Clock clock;
    private final Executor threads = task -> Thread.ofVirtual().name("command").start(task);

    @Inject
    public CommandOrders(
            Commands commands, CommandRecords records, SqlCommandStore store, CommandSettings settings, Clock clock) {
        this.commands = commands;
        this.records = records;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Sends a command, or puts it behind those that wait for its station. Blocks until its end, or for as long as the order says.
     *
     * @throws Refused as {@link Commands#send}; too many where too many wait for the station; in conflict for a key that stands for
     *                 another command
     */
    public StoredCommand submit(Actor by, CommandOrder order) {
        String key = order.key();
        Optional<StoredCommand> standing = standing(by, key);
        if (standing.isPresent()) {
            return repeated(order, standing.get());
        }
        Commands.Checked checked = commands.check(by, order.command());
        SqlCommandStore.Entry entry = commands.entry(by, checked, key);
        Duration ttl = order.ttl();
        if (ttl != null && checked.request() != null && mustWait(checked)) {
            return kept(by, order, records.queue(entry, ttl, settings.queue()));
        }
        if (checked.unsent() != null) {
            return records.unsent(entry, checked.unsent());
        }
        Optional<Long> id = records.leaving(entry);
        if (id.isPresent()) {
            await(
                    CompletableFuture.supplyAsync(() -> commands.deliver(by, checked, id.get(), null), threads),
                    order.waiting());
        }
        return kept(by, order, id);
    }

    /** The command that an Idempotency-Key stands for; for those whose payload says anew each time what must not differ. */
    public Optional<StoredCommand> standing(Actor by, @Nullable String key) {
        return key == null ? Optional.empty() : records.byKey(by, key);
    }

    /** Nothing overtakes what waits already. */
    private boolean mustWait(Commands.Checked checked) {
        return checked.link() == null || store.isAnyQueued(checked.station().ref());
    }

    private StoredCommand kept(Actor by, CommandOrder order, Optional<Long> id) {
        return id.flatMap(number -> store.find(by.scope(), number))
                .orElseGet(() -> records.byKey(by, String.valueOf(order.key()))
                        .map(standing -> repeated(order, standing))
                        .orElseThrow(() -> gone(id.orElse(-1L))));
    }

    private static StoredCommand repeated(CommandOrder order, StoredCommand standing) {
        boolean same = standing.action().equals(order.command().action())
                && standing.station()
                        .identity()
                        .equalsIgnoreCase(order.command().station())
                && Secrets.masked(standing.payload()).equals(asKept(order.command()));
        if (!same) {
            throw Refused.conflict(
                    "Idempotency-Key",
                    "Idempotency-Key stands for another command, number " + standing.id()
                            + ", for a day from its sending. Take a new key for a new command.");
        }
        return standing;
    }

    /** Read once more, because numbers of one value may be of different kinds before that. */
    private static JsonNode asKept(Command command) {
        return StoredJson.read(CommandRecords.masked(command).toString());
    }

    /** @throws Refused that the command ended with, such as too many that wait for its station */
    private static void await(CompletableFuture<CommandResult> end, Duration wait) {
        try {
            end.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            return;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws Refused not found */
    public StoredCommand get(Scope scope, long id) {
        return store.find(scope, id).orElseThrow(() -> gone(id));
    }

    private static Refused gone(long id) {
        return Refused.notFound("There is no command " + id + ". GET /api/v1/commands lists them.");
    }

    /** The newest first. */
    public Page<StoredCommand> page(Scope scope, CommandFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(scope, filter, limit.rows() + 1, after), limit, command -> Cursor.at(command.id()));
    }

    /** Calls off a command that waits. @throws Refused not found; in conflict where it has left or ended */
    public StoredCommand cancel(Actor by, long id) {
        StoredCommand command = get(by.scope(), id);
        CommandResult called = unsent(command, How.CANCELLED, by.word() + " has called it off.");
        if (!records.end(by, command.station(), id, called, List.of(State.QUEUED))) {
            throw Refused.conflict(
                    null, "Command " + id + " does not wait any more: it has left for its station, or has ended.");
        }
        return get(by.scope(), id);
    }

    CommandResult unsent(StoredCommand command, How how, String why) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new CommandResult(
                command.station().identity(),
                command.action(),
                command.version(),
                how,
                null,
                null,
                null,
                why,
                null,
                List.of(),
                null,
                command.createdAt(),
                now,
                null);
    }
}
