package org.ohmstead.events;

import java.util.List;

/** Where a listener is among the events, and what keeps that. */
interface ListenerProgress {
    /** Whether the listener is this node's: see {@link Claims#of}. */
    long claim();

    /** The number of the last event that is behind it, as it was kept. */
    long position();

    /** What it failed to take before that. */
    List<HeldEvent> held();

    /**
     * Keeps where the listener is now.
     *
     * @param changed held back, or given up, since the last time
     * @param taken held back before, and taken since
     * @return false: nothing was kept, because it is another node's
     */
    boolean keep(long position, List<HeldEvent> changed, List<HeldEvent> taken);
}
