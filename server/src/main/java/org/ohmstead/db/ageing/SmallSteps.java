package org.ohmstead.db.ageing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Work on many rows that nobody waits for, in small transactions. After each it leaves the database to those who do wait, for
 * longer than it has kept them.
 */
public final class SmallSteps {
    /** So many rows a transaction, at most. */
    public static final int ROWS = 500;

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final int PAUSE_PER_WORK = 3;

    private SmallSteps() {}

    /**
     * Until there is nothing left, or the thread is interrupted.
     *
     * @param step returns whether there is more to do
     */
    public static void run(BooleanSupplier step) {
        long begin = System.nanoTime();
        while (step.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            long worked = System.nanoTime() - begin;
            LockSupport.parkNanos(Math.max(SHORTEST_PAUSE.toNanos(), PAUSE_PER_WORK * worked));
            begin = System.nanoTime();
        }
    }
}
