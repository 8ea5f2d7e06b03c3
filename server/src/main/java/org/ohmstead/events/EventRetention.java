package org.ohmstead.events;

import static org.ohmstead.db.schema.Tables.OUTBOX;
import static org.ohmstead.db.schema.Tables.UNDELIVERED_EVENT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;

/** Deletes events that a listener has not taken for so long that they would fill the disk; the relay tells whom they are lost to. */
@Singleton
public class EventRetention implements RecurringJobs {
    private static final OldRows WAITING = new OldRows(OUTBOX, OUTBOX.ID, OUTBOX.CREATED_AT, SmallSteps.ROWS);

    private final Database database;
    private final GroupCommit commits;
    private final EventSettings settings;
    private final Clock clock;

    @Inject
    public EventRetention(Database database, GroupCommit commits, EventSettings settings, Clock clock) {
        this.database = database;
        this.commits = commits;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(Recurring.every(Duration.ofMinutes(10), Duration.ofMinutes(1), "event-retention", this::prune));
    }

    void prune() {
        Instant end = clock.instant().minus(settings.retention());
        OneByOne.attempt(
                () -> "Clearing away events that waited too long", () -> WAITING.deleteBefore(end, database, commits));
        OneByOne.attempt(() -> "Clearing away events that were given up", () -> pruneUndelivered(end));
    }

    /** Those that are still tried are few: {@link HeldEvents#MOST} of a listener. */
    private void pruneUndelivered(Instant end) {
        commits.write(Scope.everywhere(), GroupCommit.UPKEEP, tx -> tx.sql()
                .deleteFrom(UNDELIVERED_EVENT)
                .where(UNDELIVERED_EVENT.ABANDONED_AT.lt(end))
                .execute());
    }
}
