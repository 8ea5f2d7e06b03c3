package org.ohmstead.background;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** Work on many things, such as the rows of a table, where one that cannot be worked on must not keep the others waiting. */
public final class OneByOne {
    private static final Logger LOG = System.getLogger(OneByOne.class.getName());

    private OneByOne() {}

    /**
     * Works on one of them. A door: nobody knows what a row that should not exist makes fail, and how; it is told in the log.
     *
     * @param what  names it in the log, with its tenant and id
     * @throws PassesByItself as the work threw it, because the others would fail too
     * @return whether it went through
     */
    public static boolean attempt(Supplier<String> what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (PassesByItself e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // It may have been told to stop, and failed of that.
            boolean told = Thread.currentThread().isInterrupted();
            LOG.log(told ? Level.DEBUG : Level.ERROR, what.get() + " failed, and is passed over", e);
            return false;
        }
    }

    /** As {@link #attempt}, but what {@link PassesByItself} is left without a word too: never throws. */
    public static void attemptOrLeave(String what, Runnable work) {
        try {
            attempt(() -> what, work);
        } catch (PassesByItself e) {
            LOG.log(Level.DEBUG, what + " is left for the time being", e);
        }
    }
}
