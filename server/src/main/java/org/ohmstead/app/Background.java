package org.ohmstead.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.ohmstead.background.Worker;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.EventRelay;
import org.ohmstead.jobs.JobRunner;
import org.ohmstead.messagelog.MessageLog;

/** Starts what works behind everybody's back, and ends it in the order in which one needs the other. */
@Singleton
class Background {
    /** Behind all slices, which may still write when they hear of the end. */
    private static final int LAST = Integer.MAX_VALUE;

    private final LiveFeeds feeds;
    private final EventRelay relay;
    private final JobRunner jobs;
    private final List<Worker> workers;
    private final GroupCommit commits;
    private final Database database;
    private volatile boolean stopped;

    @Inject
    Background(
            LiveFeeds feeds,
            EventRelay relay,
            JobRunner jobs,
            @Any Instance<Worker> workers,
            GroupCommit commits,
            Database database) {
        this.feeds = feeds;
        this.relay = relay;
        this.jobs = jobs;
        this.workers = workers.stream().toList();
        this.commits = commits;
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        feeds.start();
        relay.start();
        jobs.start();
        workers.forEach(Worker::start);
        // A stop begins by waiting for running requests, and a live tail never ends by itself: the signal ends it
        // directly.
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("end-live-tails").unstarted(feeds::end));
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent event) {
        workers.forEach(Worker::stop);
        jobs.stop();
        feeds.close();
        relay.close();
        commits.close();
        database.close();
        stopped = true;
    }

    /** Whether all is on disk and nothing is left to be done. */
    boolean isStopped() {
        return stopped;
    }

    MessageLog log() {
        return feeds.log();
    }

    EventRelay relay() {
        return relay;
    }

    Database database() {
        return database;
    }
}
