package org.ohmstead.events;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import org.ohmstead.background.PassesByItself;

/** Gives a listener single events, and counts how that ends. */
final class Handover {
    private static final Logger LOG = System.getLogger(Handover.class.getName());

    /** How an attempt ended. */
    enum Outcome {
        TAKEN,
        /** It comes again, until it has failed too often. */
        FAILED,
        /** It comes again, however often: no fault of the event. */
        NOT_NOW,
        /** It has failed too often. */
        ABANDONED,
        /** The server stops, which may be why it failed. */
        STOPPED
    }

    private final EventListener listener;
    private final int attempts;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong abandoned = new AtomicLong();
    private volatile boolean stopped;

    Handover(EventListener listener, int attempts) {
        this.listener = listener;
        this.attempts = attempts;
    }

    /** A door: whatever a listener throws, the event comes again. @param faults how often it was at fault before */
    Outcome attempt(HeldEvent tried, int faults) {
        try {
            listener.on(tried.event());
            return Outcome.TAKEN;
        } catch (PassesByItself e) {
            tried.failed(e.toString());
            return stopped ? Outcome.STOPPED : failed(Outcome.NOT_NOW);
        } catch (RuntimeException | Error e) {
            tried.failed(e.toString());
            if (stopped) {
                return Outcome.STOPPED;
            }
            boolean last = faults + 1 >= attempts;
            told(tried.event(), faults + 1, last, e);
            if (!last) {
                return failed(Outcome.FAILED);
            }
            abandoned.incrementAndGet();
            tried.abandon();
            return failed(Outcome.ABANDONED);
        }
    }

    private Outcome failed(Outcome outcome) {
        failures.incrementAndGet();
        return outcome;
    }

    private void told(StoredEvent event, int attempt, boolean last, Throwable why) {
        LOG.log(
                last ? Level.ERROR : Level.WARNING,
                "tenant=" + event.tenant() + " event=" + event.id() + " kind=" + event.kind() + ": " + listener.name()
                        + " failed at attempt " + attempt + (last ? "; given up" : ""),
                why);
    }

    /** What fails from now on may have been told to stop. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Attempts that failed. */
    long failures() {
        return failures.get();
    }

    /** Events that the listener never took, however often it was tried. */
    long abandoned() {
        return abandoned.get();
    }
}
