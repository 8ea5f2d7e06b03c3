package org.ohmstead.ocpp.rpc;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What drives the links; one for all of them.
 *
 * @param workers runs a link's handlers for as long as it has work, each link on one thread at a time
 * @param timers  the time-outs of our CALLs
 * @param backlog what waits on all of them
 */
public record LinkEngine(Executor workers, Timers timers, Backlog backlog) {
    /** With no bound for what waits on all of them, beside that of each link. */
    public LinkEngine(Executor workers, Timers timers) {
        this(workers, timers, Backlog.unbounded());
    }

    /** A virtual thread per link, and only while that link has work. */
    public static LinkEngine onVirtualThreads(ScheduledExecutorService alarms) {
        return onVirtualThreads(alarms, Backlog.unbounded());
    }

    public static LinkEngine onVirtualThreads(ScheduledExecutorService alarms, Backlog backlog) {
        return new LinkEngine(Executors.newVirtualThreadPerTaskExecutor(), Timers.of(alarms), backlog);
    }
}
