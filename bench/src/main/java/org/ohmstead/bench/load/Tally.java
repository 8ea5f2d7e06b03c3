package org.ohmstead.bench.load;

import org.jspecify.annotations.Nullable;

/** What a fleet has counted since it was told to begin. Only its event loop writes here. */
@SuppressWarnings("NonAtomicVolatileUpdate") // one writer
public final class Tally {
    private final Latencies latencies = new Latencies();
    private final Latencies boots = new Latencies();
    private volatile long answers;
    private volatile long errors;
    private volatile long lost;
    private volatile long turnedAway;
    private volatile @Nullable String firstError;

    void answered(long nanos) {
        latencies.record(nanos);
        answers++;
    }

    void booted(long nanos) {
        boots.record(nanos);
    }

    void refused(String frame) {
        errors++;
        first(frame);
    }

    void lost(String why) {
        lost++;
        first(why);
    }

    void turnedAway(String why) {
        turnedAway++;
        first(why);
    }

    void unreachable(String why) {
        first(why);
    }

    private void first(String error) {
        if (firstError == null) {
            firstError = error;
        }
    }

    /** To be called on the fleet's event loop. */
    public void clear() {
        latencies.clear();
        boots.clear();
        answers = 0;
        errors = 0;
        lost = 0;
        turnedAway = 0;
        firstError = null;
    }

    /** Of CALLs other than BootNotification, to their CALLRESULT. */
    public Latencies latencies() {
        return latencies;
    }

    /** From dialling to the BootNotification that was accepted, of attempts that led there. */
    public Latencies boots() {
        return boots;
    }

    /** CALLs that were answered with a CALLRESULT. */
    public long answers() {
        return answers;
    }

    /** CALLs that were answered with a CALLERROR, and stations that were not admitted. */
    public long errors() {
        return errors;
    }

    /** Connections that ended and were not meant to. */
    public long lost() {
        return lost;
    }

    /** Handshakes that were answered with anything but 101. */
    public long turnedAway() {
        return turnedAway;
    }

    public @Nullable String firstError() {
        return firstError;
    }
}
