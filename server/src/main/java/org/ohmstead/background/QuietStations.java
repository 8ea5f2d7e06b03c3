package org.ohmstead.background;

import java.util.BitSet;

/**
 * Of which stations a listener knows that it has nothing to do with what they do: no start to join, no profile to end. Sessions make
 * events by the thousand a second, and a question to the database for each would cost as much as the session itself. It stays
 * right because a listener sees every event of a station in its order: what makes it care again has an event of its own, which comes
 * before.
 */
public final class QuietStations {
    private final BitSet quiet = new BitSet();

    /** The database was asked, and there was nothing. */
    public synchronized void add(long station) {
        if (station <= Integer.MAX_VALUE) {
            quiet.set((int) station);
        }
    }

    /** There may be something now. */
    public synchronized void remove(long station) {
        if (station <= Integer.MAX_VALUE) {
            quiet.clear((int) station);
        }
    }

    public synchronized boolean has(long station) {
        return station <= Integer.MAX_VALUE && quiet.get((int) station);
    }

    /** Another node may have had the events until now. */
    public synchronized void clear() {
        quiet.clear();
    }
}
