package org.ohmstead.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.ohmstead.db.lanes.Tx;

/**
 * Schedules one-off jobs within a unit of work: with its facts they are committed, or not at all. As all of a unit this may be
 * done again, and changes nothing then.
 */
@Singleton
public final class Jobs {
    private final Clock clock;
    private volatile Runnable onDue = () -> {};

    @Inject
    public Jobs(Clock clock) {
        this.clock = clock;
    }

    /** @param action run after a commit with a job that is due already; must be short */
    void onDue(Runnable action) {
        onDue = action;
    }

    /**
     * To be done at that time, or soon when it has passed. Where one of the same kind and id waits or runs, that one stands and
     * this is nothing; see {@link #replace}.
     *
     * @param id which one of its kind: chosen so that what must be done once has one id
     */
    public <T> void schedule(Tx tx, OneOff<T> kind, String id, Instant when, T data) {
        tx.later(SqlJobStore.SCHEDULE, kind.name(), id, JobJson.write(data), when);
        tell(tx, when);
    }

    /**
     * As {@link #schedule}, but takes the place of the one that waits. One that runs already runs to its end, and this one comes
     * at its time all the same, perhaps beside it.
     */
    public <T> void replace(Tx tx, OneOff<T> kind, String id, Instant when, T data) {
        tx.later(SqlJobStore.REPLACE, kind.name(), id, JobJson.write(data), when);
        tell(tx, when);
    }

    /** Calls off the one that waits. One that runs already runs to its end, and is not tried again. */
    public void cancel(Tx tx, OneOff<?> kind, String id) {
        tx.later(SqlJobStore.CANCEL, kind.name(), id);
    }

    private void tell(Tx tx, Instant when) {
        if (!when.isAfter(clock.instant())) {
            tx.afterCommit(() -> onDue.run());
        }
    }
}
