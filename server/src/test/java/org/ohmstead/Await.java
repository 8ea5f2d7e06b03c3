package org.ohmstead;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits in a test for what comes by itself. */
public final class Await {
    private Await() {}

    public static void until(BooleanSupplier condition) {
        until(Duration.ofSeconds(20), condition);
    }

    public static void until(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("It has not come within " + patience);
            }
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
