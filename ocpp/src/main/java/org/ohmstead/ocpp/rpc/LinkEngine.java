package org.ohmstead.ocpp.rpc;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What drives the links; one for all of them.
 *
 * @param workers runs a link's handlers for as long as it has work, each link on one thread at a time
 * @param timers  the time-outs of our CALLs
 */
public record LinkEngine(Executor workers, Timers timers) {

    /** A virtual thread per link, and only while that link has work. */
    public static LinkEngine onVirtualThreads(ScheduledExecutorService alarms) {
        return new LinkEngine(Executors.newVirtualThreadPerTaskExecutor(), Timers.of(alarms));
    }
}
