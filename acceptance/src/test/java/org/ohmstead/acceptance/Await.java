package org.ohmstead.acceptance;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for conditions, never for fixed times. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    private Await() {}

    /** Until it is true; a failure to look counts as not yet. */
    static void until(String what, Callable<Boolean> condition) {
        until(what, PATIENCE, condition);
    }

    static void until(String what, Duration patience, Callable<Boolean> condition) {
        long end = System.nanoTime() + patience.toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new AssertionError("Not within " + patience.toSeconds() + " s: " + what, last);
    }
}
