package org.ohmstead.vendor;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads of one vendor's handler. It is others' code: it may hang, or compute for ever, and must hold up neither the
 * station that asked nor anybody else. Threads of the platform, because one that computes would keep a processor from all
 * virtual ones; they exist only while there is work.
 */
final class HandlerThreads {
    private static final int MOST_AT_ONCE = 16;
    private static final int MOST_WAITING = 1000;
    private static final int IDLE_SECONDS = 10;

    private final Duration patience;
    private final ThreadPoolExecutor threads;

    HandlerThreads(String name, Duration patience) {
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                MOST_AT_ONCE,
                MOST_AT_ONCE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("vendor-" + name + "-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Waits for an answer for as long as patience allows; the handler is interrupted then.
     *
     * @throws TimeoutException   none came, or too many wait already
     * @throws ExecutionException what the handler threw
     */
    VendorAnswer call(Callable<VendorAnswer> handler) throws TimeoutException, ExecutionException {
        FutureTask<VendorAnswer> task = new FutureTask<>(handler);
        try {
            threads.execute(task);
            return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException full) {
            throw new TimeoutException(MOST_WAITING + " messages wait for it already");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("the server ends");
        } finally {
            if (task.cancel(true)) {
                threads.remove(task);
            }
        }
    }
}
