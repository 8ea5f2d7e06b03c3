package org.ohmstead.messagelog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;

/** Deletes messages that are too old: every minute, so that what goes never is much more than what came in one. */
@Singleton
public class MessageRetention implements RecurringJobs {
    private final SqlMessageStore store;
    private final MessageLogSettings settings;
    private final Clock clock;

    @Inject
    public MessageRetention(SqlMessageStore store, MessageLogSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofMinutes(1), Duration.ofSeconds(10), "message-retention", this::prune));
    }

    /** Until nothing is left that is too old, however many write. */
    void prune() {
        Instant end = clock.instant().minus(settings.retention());
        SmallSteps.run(() -> store.deleteOlderThan(end));
    }
}
