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
import org.ohmstead.background.Rounds;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.Database;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;

/** Deletes events that a listener has not taken for so long that they would fill the disk; the relay tells whom they are lost to. */
@Singleton
public class EventUpkeep implements Supervised {
    private static final OldRows WAITING = new OldRows(OUTBOX, OUTBOX.ID, OUTBOX.CREATED_AT, SmallSteps.ROWS);

    private final Database database;
    private final GroupCommit commits;
    private final EventSettings settings;
    private final Clock clock;
    private final Rounds rounds =
            new Rounds("event-upkeep").every(Duration.ofMinutes(10), "Clearing away old events", this::prune);

    @Inject
    public EventUpkeep(Database database, GroupCommit commits, EventSettings settings, Clock clock) {
        this.database = database;
        this.commits = commits;
        this.settings = settings;
        this.clock = clock;
    }

    public void start() {
        rounds.start();
    }

    public void stop() {
        rounds.stop();
    }

    void prune() {
        Instant end = clock.instant().minus(settings.retention());
        OneByOne.attempt(
                () -> "Clearing away events that waited too long", () -> WAITING.deleteBefore(end, database, commits));
        OneByOne.attempt(() -> "Clearing away events that were given up", () -> pruneUndelivered(end));
    }

    /** Those that are still tried are few: {@link HeldEvents#MOST} of a listener. */
    private void pruneUndelivered(Instant end) {
        commits.write(GroupCommit.UPKEEP, tx -> tx.sql()
                .deleteFrom(UNDELIVERED_EVENT)
                .where(UNDELIVERED_EVENT.ABANDONED_AT.lt(end))
                .execute());
    }

    @Override
    public List<SupervisedThread.State> threads() {
        return rounds.states();
    }
}
