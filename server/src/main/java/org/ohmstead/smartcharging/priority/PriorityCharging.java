package org.ohmstead.smartcharging.priority;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.stations.StationRef;

/** Priority charging: told to stations, and kept as their answers and they themselves say. */
@Singleton
public class PriorityCharging implements CommandListener, RecurringJobs {
    private static final String ACTION = "UsePriorityCharging";

    private final SqlPriorityStore store;
    private final Verbs verbs;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public PriorityCharging(SqlPriorityStore store, Verbs verbs, NoticeSettings settings, Clock clock) {
        this.store = store;
        this.verbs = verbs;
        this.settings = settings;
        this.clock = clock;
    }

    /** K21. @throws org.ohmstead.api.Refused as {@link Verbs#tell} */
    VerbResult use(Actor by, String identity, String transaction, boolean active, SendOptions options) {
        return verbs.tell(
                by,
                identity,
                Verb.of(
                        ACTION,
                        Words.newPayload().put("transactionId", transaction).put("activate", active)),
                options);
    }

    /** K22: it was switched at the station, or followed what it was told. */
    public void switched(StationRef station, String transaction, boolean active) {
        store.put(station, new Priority(transaction, active, "station", now()));
    }

    @Override
    public Set<String> actions() {
        return Set.of(ACTION);
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        if (result.response() != null
                && result.response().path("status").asText().equals("Accepted")) {
            store.put(
                    tx,
                    command.station(),
                    new Priority(
                            command.payload().path("transactionId").asText(),
                            command.payload().path("activate").asBoolean(),
                            "csms",
                            now()));
        }
    }

    Page<Priority> page(StationRef station, Limit limit, @Nullable Cursor after) {
        return Page.of(store.after(station, after, limit.rows() + 1), limit, SqlPriorityStore::at);
    }

    /** Transactions for which it is on. */
    public Set<String> active(StationRef station) {
        return store.active(station).stream().map(Priority::transactionId).collect(Collectors.toSet());
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(Recurring.every(
                Duration.ofHours(1), Duration.ofMinutes(2), "priority-charging-retention", this::prune));
    }

    private void prune() {
        store.pruneBefore(clock.instant().minus(settings.retention()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
