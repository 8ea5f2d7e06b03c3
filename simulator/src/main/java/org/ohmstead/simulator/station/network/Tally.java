package org.ohmstead.simulator.station.network;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts of all stations of a process, for a progress line. */
public final class Tally {
    public final AtomicInteger connected = new AtomicInteger();
    public final AtomicInteger charging = new AtomicInteger();
    public final AtomicLong sessions = new AtomicLong();
    public final LongAdder messages = new LongAdder();
    final LongAdder errors = new LongAdder();
    public final LongAdder milliWattHours = new LongAdder();
    private final AtomicReference<@Nullable String> lastError = new AtomicReference<>();

    public void failed(String identity, String what) {
        errors.increment();
        lastError.set(identity + ": " + what);
    }

    public int connected() {
        return connected.get();
    }

    public int charging() {
        return charging.get();
    }

    /** Transactions that have ended. */
    public long sessions() {
        return sessions.get();
    }

    /** Frames, both ways. */
    public long messages() {
        return messages.sum();
    }

    /** Refused connects, CALLs that were refused, timed out or broke the schema. */
    public long errors() {
        return errors.sum();
    }

    /** Of the transactions that have ended. */
    public double wattHours() {
        return milliWattHours.sum() / 1000.0;
    }

    public @Nullable String lastError() {
        return lastError.get();
    }
}
