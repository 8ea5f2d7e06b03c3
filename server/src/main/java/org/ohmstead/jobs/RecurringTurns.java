package org.ohmstead.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees to it that each recurring job has its next turn in the table, and not too far away. */
final class RecurringTurns {
    private final List<Recurring> jobs;
    private final SqlJobStore store;
    private boolean started;

    RecurringTurns(List<Recurring> jobs, SqlJobStore store) {
        this.jobs = jobs;
        this.store = store;
    }

    /**
     * Adds those that are new. Brings forward those whose turn is later than their schedule says: it has changed, or our clock was
     * ahead. At the start, those that have missed their turn get it a little later, as on the first start of all.
     */
    void keep(Instant now) {
        Map<String, StoredJob> standing =
                store.recurring(jobs.stream().map(Recurring::name).toList());
        for (Recurring job : jobs) {
            keep(job, standing.get(job.name()), now);
        }
        started = true;
    }

    private void keep(Recurring job, @Nullable StoredJob standing, Instant now) {
        if (standing == null) {
            store.add(job.name(), job.schedule().first(now));
        } else if (standing.claimedBy() == null) {
            Instant due = standing.dueAt();
            Instant soonest = started ? due : job.schedule().missed(now);
            Instant latest = job.schedule().after(now);
            Instant right = due.isBefore(soonest) ? soonest : due.isAfter(latest) ? latest : due;
            if (!right.equals(due)) {
                store.move(standing, right);
            }
        }
    }
}
