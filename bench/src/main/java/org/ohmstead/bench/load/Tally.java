package org.ohmstead.bench.load;

import org.jspecify.annotations.Nullable;

/** What a fleet has counted since it was told to begin. Only its event loop writes here. */
public final class Tally {
    private final Latencies latencies = new Latencies();
    private volatile long answers;
    private volatile long errors;
    private volatile long lost;
    private volatile @Nullable String firstError;

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void answered(long nanos) {
        latencies.record(nanos);
        answers++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void refused(String frame) {
        errors++;
        if (firstError == null) {
            firstError = frame;
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void lost(String why) {
        lost++;
        if (firstError == null) {
            firstError = why;
        }
    }

    void clear() {
        latencies.clear();
        answers = 0;
        errors = 0;
        lost = 0;
    }

    public Latencies latencies() {
        return latencies;
    }

    /** CALLs that were answered with a CALLRESULT. */
    public long answers() {
        return answers;
    }

    /** CALLs that were answered with a CALLERROR. */
    public long errors() {
        return errors;
    }

    /** Connections that ended by themselves, or did not come about. */
    public long lost() {
        return lost;
    }

    public @Nullable String firstError() {
        return firstError;
    }
}
