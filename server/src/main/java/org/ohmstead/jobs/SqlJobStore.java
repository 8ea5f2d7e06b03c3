package org.ohmstead.jobs;

import static org.ohmstead.db.schema.Tables.SCHEDULED_JOB;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.jobs.StoredJob.LastRun;

/**
 * The table of jobs. It is written through the lanes like everything else, because SQLite has one writer; each change is made of
 * the version that was read, so that of several servers one wins.
 */
@Singleton
public class SqlJobStore {
    static final String SCHEDULE = "insert into scheduled_job (name, instance, data_json, due_at, version, failures)"
            + " values (?, ?, ?, ?, 1, 0) on conflict (name, instance) do nothing";
    static final String REPLACE = "insert into scheduled_job (name, instance, data_json, due_at, version, failures)"
            + " values (?, ?, ?, ?, 1, 0) on conflict (name, instance) do update set data_json = excluded.data_json,"
            + " due_at = excluded.due_at, claimed_by = null, heartbeat_at = null, version = scheduled_job.version + 1,"
            + " failures = 0";
    static final String CANCEL = "delete from scheduled_job where name = ? and instance = ?";

    private static final int LONGEST_FAILURE = 1_000;

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlJobStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** How many one-off jobs of a kind there are. @param nextAt when the first of those that wait is due */
    record Waiting(
            String name,
            int waiting,
            int running,
            int failing,
            @Nullable Instant nextAt) {}

    /** Those of these names that are due and that nobody runs, the first ones first. */
    List<StoredJob> due(Collection<String> names, Instant now, int most) {
        return database.read(Scope.everywhere())
                .selectFrom(SCHEDULED_JOB)
                .where(SCHEDULED_JOB.CLAIMED_BY.isNull())
                .and(SCHEDULED_JOB.DUE_AT.le(now))
                .and(SCHEDULED_JOB.NAME.in(names))
                .orderBy(SCHEDULED_JOB.DUE_AT)
                .limit(most)
                .fetch(SqlJobStore::job);
    }

    /**
     * Those whose server has not been heard of since, and those of one that was heard of after {@code latest}: whoever's clock
     * was that far ahead would not be missed for long.
     */
    List<StoredJob> unheardOf(Collection<String> names, Instant since, Instant latest) {
        return database.read(Scope.everywhere())
                .selectFrom(SCHEDULED_JOB)
                .where(SCHEDULED_JOB.CLAIMED_BY.isNotNull())
                .and(SCHEDULED_JOB.HEARTBEAT_AT.le(since).or(SCHEDULED_JOB.HEARTBEAT_AT.gt(latest)))
                .and(SCHEDULED_JOB.NAME.in(names))
                .orderBy(SCHEDULED_JOB.HEARTBEAT_AT)
                .fetch(SqlJobStore::job);
    }

    /** @return whether it is the server's own now; false: another one was faster, or it was called off */
    boolean claim(String name, String instance, long version, String server, Instant at) {
        return commits.write(
                Scope.everywhere(),
                GroupCommit.BACKGROUND,
                tx -> tx.sql()
                                .update(SCHEDULED_JOB)
                                .set(SCHEDULED_JOB.CLAIMED_BY, server)
                                .set(SCHEDULED_JOB.HEARTBEAT_AT, at)
                                .set(SCHEDULED_JOB.VERSION, version + 1)
                                .where(isVersion(name, instance, version))
                                .and(SCHEDULED_JOB.CLAIMED_BY.isNull())
                                .execute()
                        == 1);
    }

    /** @return whether it is still the server's own */
    boolean heartbeat(String name, String instance, long version, Instant at) {
        return commits.write(
                Scope.everywhere(),
                GroupCommit.BACKGROUND,
                tx -> tx.sql()
                                .update(SCHEDULED_JOB)
                                .set(SCHEDULED_JOB.HEARTBEAT_AT, at)
                                .where(isVersion(name, instance, version))
                                .execute()
                        == 1);
    }

    /** It is over for good. @return false: it has been taken over, replaced or called off meanwhile */
    boolean remove(String name, String instance, long version) {
        return commits.write(
                Scope.everywhere(),
                GroupCommit.BACKGROUND,
                tx -> tx.sql()
                                .deleteFrom(SCHEDULED_JOB)
                                .where(isVersion(name, instance, version))
                                .execute()
                        == 1);
    }

    /**
     * Its next turn comes then.
     *
     * @param run      how it ran
     * @param failures that have followed one another
     * @return false: it has been taken over, replaced or called off meanwhile
     */
    boolean again(String name, String instance, long version, JobRun run, int failures, Instant dueAt) {
        return commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            var update = tx.sql()
                    .update(SCHEDULED_JOB)
                    .set(SCHEDULED_JOB.DUE_AT, dueAt)
                    .setNull(SCHEDULED_JOB.CLAIMED_BY)
                    .setNull(SCHEDULED_JOB.HEARTBEAT_AT)
                    .set(SCHEDULED_JOB.VERSION, version + 1)
                    .set(SCHEDULED_JOB.FAILURES, failures)
                    .set(SCHEDULED_JOB.LAST_START_AT, run.start())
                    .set(SCHEDULED_JOB.LAST_MILLIS, run.duration().toMillis());
            String failure = run.failure();
            update = failure == null
                    ? update.set(SCHEDULED_JOB.LAST_SUCCESS_AT, run.end())
                    : update.set(SCHEDULED_JOB.LAST_FAILURE_AT, run.end())
                            .set(SCHEDULED_JOB.LAST_FAILURE, cut(failure));
            return update.where(isVersion(name, instance, version)).execute() == 1;
        });
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String cut(String text) {
        return (text.length() > LONGEST_FAILURE ? text.substring(0, LONGEST_FAILURE) : text).replace("\0", "");
    }

    /** The recurring jobs of these names that there are, by name. */
    Map<String, StoredJob> recurring(Collection<String> names) {
        return database
                .read(Scope.everywhere())
                .selectFrom(SCHEDULED_JOB)
                .where(SCHEDULED_JOB.NAME.in(names))
                .and(SCHEDULED_JOB.INSTANCE.eq(StoredJob.RECURRING))
                .fetch(SqlJobStore::job)
                .stream()
                .collect(Collectors.toMap(StoredJob::name, job -> job));
    }

    /** A recurring job gets its first turn; where another server was faster, that stands. */
    void add(String name, Instant dueAt) {
        commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            tx.later(SCHEDULE, name, StoredJob.RECURRING, null, dueAt);
            return null;
        });
    }

    /** Gives it another time, unless it was changed or begun meanwhile. */
    void move(StoredJob job, Instant dueAt) {
        commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> tx.sql()
                .update(SCHEDULED_JOB)
                .set(SCHEDULED_JOB.DUE_AT, dueAt)
                .set(SCHEDULED_JOB.VERSION, job.version() + 1)
                .where(isVersion(job.name(), job.instance(), job.version()))
                .and(SCHEDULED_JOB.CLAIMED_BY.isNull())
                .execute());
    }

    Optional<StoredJob> find(String name, String instance) {
        return database.read(Scope.everywhere())
                .selectFrom(SCHEDULED_JOB)
                .where(SCHEDULED_JOB.NAME.eq(name))
                .and(SCHEDULED_JOB.INSTANCE.eq(instance))
                .fetchOptional(SqlJobStore::job);
    }

    /** All kinds of one-off jobs of which there is one. */
    List<Waiting> oneOffs() {
        Condition waits = SCHEDULED_JOB.CLAIMED_BY.isNull();
        var waiting = DSL.count().filterWhere(waits);
        var running = DSL.count().filterWhere(waits.not());
        var failing = DSL.count().filterWhere(SCHEDULED_JOB.FAILURES.gt(0));
        var next = DSL.min(SCHEDULED_JOB.DUE_AT).filterWhere(waits);
        return database.read(Scope.everywhere())
                .select(SCHEDULED_JOB.NAME, waiting, running, failing, next)
                .from(SCHEDULED_JOB)
                .where(SCHEDULED_JOB.DATA_JSON.isNotNull())
                .groupBy(SCHEDULED_JOB.NAME)
                .orderBy(SCHEDULED_JOB.NAME)
                .fetch(row -> new Waiting(
                        row.get(SCHEDULED_JOB.NAME),
                        row.get(waiting),
                        row.get(running),
                        row.get(failing),
                        row.get(next)));
    }

    private static Condition isVersion(String name, String instance, long version) {
        return SCHEDULED_JOB
                .NAME
                .eq(name)
                .and(SCHEDULED_JOB.INSTANCE.eq(instance))
                .and(SCHEDULED_JOB.VERSION.eq(version));
    }

    private static StoredJob job(Record row) {
        return new StoredJob(
                row.get(SCHEDULED_JOB.NAME),
                row.get(SCHEDULED_JOB.INSTANCE),
                row.get(SCHEDULED_JOB.DATA_JSON),
                row.get(SCHEDULED_JOB.DUE_AT),
                row.get(SCHEDULED_JOB.CLAIMED_BY),
                row.get(SCHEDULED_JOB.HEARTBEAT_AT),
                row.get(SCHEDULED_JOB.VERSION),
                row.get(SCHEDULED_JOB.FAILURES),
                new LastRun(
                        row.get(SCHEDULED_JOB.LAST_START_AT),
                        row.get(SCHEDULED_JOB.LAST_MILLIS),
                        row.get(SCHEDULED_JOB.LAST_SUCCESS_AT),
                        row.get(SCHEDULED_JOB.LAST_FAILURE_AT),
                        row.get(SCHEDULED_JOB.LAST_FAILURE)));
    }
}
