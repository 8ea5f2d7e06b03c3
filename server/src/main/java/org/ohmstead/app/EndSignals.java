package org.ohmstead.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What Ctrl-C and SIGTERM do. They always end the process: at once while it starts, in order once it serves, and at once again
 * when that takes too long or somebody asks twice. At once is as safe as a power cut: nothing acknowledged is lost by it.
 */
final class EndSignals {
    /** For what is still to be written, which is none of the facts; a database that is away must not hold up the end for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A terminal and a program that passes its signals on may tell us the same thing twice. */
    private static final Duration ONE_WISH = Duration.ofSeconds(1);

    private static final int BY_SIGNAL = 128;

    private EndSignals() {}

    /** Until told otherwise; the start itself never has to be waited for. */
    static void endAtOnce() {
        onEach(signal -> halt(signal, "ended before it was ready"));
    }

    /**
     * @param end   begins an orderly end, and may block
     * @param drain how long the stations may take of that
     * @param ended whether the orderly end is over, but for the JVM's own
     */
    static void endInOrder(Runnable end, Duration drain, BooleanSupplier ended) {
        AtomicLong asked = new AtomicLong();
        onEach(signal -> {
            long now = System.nanoTime() | 1;
            if (!asked.compareAndSet(0, now)) {
                if (now - asked.get() > ONE_WISH.toNanos()) {
                    halt(signal, "asked twice, ended at once");
                }
                return;
            }
            Thread.ofPlatform().name("ending").start(end);
            Thread.ofPlatform().name("end-in-time").daemon().start(() -> {
                long until = System.nanoTime() + drain.plus(PATIENCE).toNanos();
                while (!ended.getAsBoolean()) {
                    if (System.nanoTime() - until >= 0) {
                        halt(
                                signal,
                                "the end took more than " + drain.plus(PATIENCE).toSeconds() + " s, ended at once");
                    }
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                }
            });
        });
    }

    private static void onEach(SignalHandler handler) {
        Signal.handle(new Signal("TERM"), handler);
        Signal.handle(new Signal("INT"), handler);
    }

    private static void halt(Signal signal, String why) {
        System.err.println("ohmstead: " + why);
        Runtime.getRuntime().halt(BY_SIGNAL + signal.getNumber());
    }
}
