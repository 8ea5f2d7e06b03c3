package org.ohmstead.commands.bulk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.commands.Commands;
import org.ohmstead.commands.Wait;
import org.ohmstead.commands.bulk.BulkCommand.State;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** Commands for many stations: made, looked at, stopped. {@link BulkCommandRunner} goes through their stations. */
@Singleton
public class BulkCommands {
    private static final String ENTITY = "bulk-command";
    /** How many stations have their turn at the same time, where nobody says. */
    private static final int PARALLEL = 10;

    private final SqlBulkCommandStore store;
    private final GroupCommit commits;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public BulkCommands(SqlBulkCommandStore store, GroupCommit commits, AuditLog audit, Outbox outbox, Clock clock) {
        this.store = store;
        this.commits = commits;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Sends the same to many stations, for a slice that has the words of both families.
     *
     * @param stations in the order of their turns, each once
     * @param words16  what stations of OCPP 1.6 are sent instead; null: the same
     * @param ttl      how long it may wait for a station that is not connected; null: it does not
     * @return its number, by which it is shown and stopped
     * @throws Refused invalid for what fits no version
     */
    public long send(Actor by, List<StationRef> stations, Words words, @Nullable Words words16, @Nullable String ttl) {
        Commands.checkForMany(words.action(), words.payload());
        if (ttl != null) {
            Wait.ttl(ttl);
        }
        BulkOrder.Told older = words16 == null ? null : new BulkOrder.Told(words16.action(), words16.payload());
        return create(
                        by,
                        new BulkOrder(new BulkOrder.Told(words.action(), words.payload()), older, PARALLEL, null, ttl),
                        stations)
                .id();
    }

    /** @param stations in the order of their turns, each once */
    BulkCommand create(Actor by, BulkOrder order, List<StationRef> stations) {
        Instant now = now();
        long id = commits.write(by.scope().wholeTenant(), by.tenant(), tx -> {
            long added = store.add(tx, by, order, stations, now);
            audit.record(
                    tx,
                    by,
                    AuditEntry.created(
                            ENTITY,
                            added,
                            Map.of(
                                    "command", order.words().action(),
                                    "payload", order.words().payload(),
                                    "stations", stations.size())));
            outbox.append(
                    tx,
                    new BulkCommandStarted(
                            by.tenant(),
                            null,
                            now,
                            added,
                            by.word(),
                            order.words().action(),
                            stations.size()));
            return added;
        });
        return get(by, id);
    }

    /** Who sees some groups of stations only sees what they sent themselves. @throws Refused not found */
    BulkCommand get(Actor by, long id) {
        return store.find(by.scope(), id)
                .filter(bulk -> !by.scope().isLimited() || bulk.by().word().equals(by.word()))
                .orElseThrow(() ->
                        Refused.notFound("There is no bulk command " + id + ". GET /api/v1/commands/bulk lists them."));
    }

    Page<BulkCommand> page(Actor by, Limit limit, @Nullable Cursor after) {
        String own = by.scope().isLimited() ? by.word() : null;
        return Page.of(
                store.before(by.scope(), own, after == null ? null : after.id(), limit.rows() + 1),
                limit,
                bulk -> Cursor.at(bulk.id()));
    }

    BulkCommand.Progress progress(Scope scope, BulkCommand bulk) {
        return store.progress(scope, bulk);
    }

    Page<BulkCommand.OfStation> stations(Scope scope, BulkCommand bulk, Limit limit, @Nullable Cursor after) {
        return Page.of(
                store.stations(scope, bulk, after == null ? 0 : (int) after.id(), limit.rows() + 1),
                limit,
                one -> Cursor.at(one.place()));
    }

    /** Lets no further station have its turn. @throws Refused not found; in conflict where it has ended */
    BulkCommand stop(Actor by, long id) {
        BulkCommand bulk = get(by, id);
        boolean stops = commits.write(by.scope().wholeTenant(), id, tx -> {
            boolean changed = SqlBulkCommandStore.become(tx, bulk, State.STOPPING, null, List.of(State.RUNNING));
            if (changed) {
                audit.record(tx, by, AuditEntry.done(ENTITY, id, "stopped"));
            }
            return changed;
        });
        BulkCommand now = get(by, id);
        if (!stops && now.state() == State.ENDED) {
            throw Refused.conflict(null, "Bulk command " + id + " has ended; there is nothing to stop.");
        }
        return now;
    }

    /** All its stations had their turn, or it was stopped. */
    void ended(BulkCommand bulk, State state) {
        Instant now = now();
        BulkCommand.Progress progress = store.progress(bulk.by().scope(), bulk);
        commits.write(bulk.by().scope(), bulk.id(), tx -> {
            boolean ends = SqlBulkCommandStore.become(tx, bulk, state, now, List.of(State.RUNNING, State.STOPPING));
            if (ends) {
                outbox.append(
                        tx,
                        new BulkCommandEnded(
                                bulk.tenant(),
                                null,
                                now,
                                bulk.id(),
                                state.word(),
                                progress.total(),
                                progress.done(),
                                progress.outcomes()));
            }
            return ends;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
