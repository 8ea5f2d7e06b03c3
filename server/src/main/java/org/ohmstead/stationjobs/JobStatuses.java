package org.ohmstead.stationjobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.stations.StationRef;

/**
 * The progress of jobs, each step kept as it came. Stations skip states, repeat them and name requests that nobody made; all
 * of that is taken (behaviour 9.1), because what to make of it is for the one who ordered the job.
 */
@Singleton
public class JobStatuses {
    private final SqlJobStatusStore store;

    @Inject
    public JobStatuses(SqlJobStatusStore store) {
        this.store = store;
    }

    /** Keeps the step, unless the last one of the same job and request said the same. */
    public void report(StationRef station, JobReport report) {
        store.append(station, report);
    }

    /** The steps of what a slice has ordered, in the order of their arrival. */
    public List<JobStatus> ofOrder(StationRef station, Set<Job> jobs, long order) {
        return store.ofOrder(station, jobs, order);
    }

    /** Newest arrival first. */
    public Page<JobStatus> page(StationRef station, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(station, limit.rows() + 1, after), limit, status -> Cursor.at(status.id()));
    }
}
