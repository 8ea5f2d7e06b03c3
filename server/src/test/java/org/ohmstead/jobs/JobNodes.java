package org.ohmstead.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;

/** Servers that share a database, with a clock that stands and no threads: a test says when one looks at what is due. */
final class JobNodes implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final Database database;
    final GroupCommit commits;
    final SqlJobStore store;
    final Jobs jobs;
    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    volatile Instant now = NOW;
    private final List<GroupCommit> lanes = new ArrayList<>();

    JobNodes(Database database) {
        this.database = database;
        this.commits = lanes();
        this.store = new SqlJobStore(database, commits);
        this.jobs = new Jobs(clock);
    }

    private GroupCommit lanes() {
        GroupCommit own = new GroupCommit(database);
        lanes.add(own);
        return own;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** One of them, with lanes of its own where the database takes several. */
    final class Server {
        final JobRuns runs = new JobRuns();
        final JobScheduler scheduler;
        final RecurringTurns turns;

        Server(String name, ExecutorService workers, JobKinds kinds) {
            SqlJobStore own = database.lanes() > 1 ? new SqlJobStore(database, lanes()) : store;
            JobScheduler.Node node = new JobScheduler.Node(name, clock, JobsSettings.defaults(), workers);
            scheduler = JobScheduler.of(node, kinds, own, runs);
            turns = new RecurringTurns(kinds.recurring(), own);
            turns.keep(now);
        }
    }

    Server server(String name, Recurring... recurring) {
        return new Server(name, new SameThread(), new JobKinds(List.of(recurring), List.of()));
    }

    Server server(String name, OneOff<?>... oneOffs) {
        return new Server(name, new SameThread(), new JobKinds(List.of(), List.of(oneOffs)));
    }

    StoredJob stored(String name) {
        return store.find(name, StoredJob.RECURRING).orElseThrow();
    }

    <T> void schedule(OneOff<T> kind, String id, Instant when, T data) {
        commits.write(Scope.everywhere(), 7, tx -> {
            jobs.schedule(tx, kind, id, when, data);
            return null;
        });
    }

    @Override
    public void close() {
        lanes.forEach(GroupCommit::close);
        database.close();
    }

    /** Runs at once what it is given. */
    static final class SameThread extends AbstractExecutorService {
        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return true;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
