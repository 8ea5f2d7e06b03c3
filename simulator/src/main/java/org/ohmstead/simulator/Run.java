package org.ohmstead.simulator;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.ohmstead.simulator.fleet.Fleet;

/** Keeps a fleet going until it is done or somebody interrupts, and ends its sessions properly then. */
final class Run {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Fleet fleet;
    private final Progress progress;
    private final AtomicBoolean closed = new AtomicBoolean();

    Run(Fleet fleet, int stations, PrintStream out) {
        this.fleet = fleet;
        this.progress = new Progress(fleet.tally(), stations, out, Progress.onTerminal());
    }

    /** Blocks; prints the progress each second. */
    void until(BooleanSupplier done) {
        Thread onInterrupt = new Thread(this::end, "end-sessions");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            long next = System.nanoTime();
            while (!done.getAsBoolean() && !closed.get()) {
                if (System.nanoTime() >= next) {
                    progress.print();
                    next += SECOND;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
    }

    private void end() {
        if (closed.compareAndSet(false, true)) {
            fleet.close();
            progress.end();
        }
    }
}
