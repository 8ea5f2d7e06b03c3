package org.ohmstead.bench.load;

/** Says when a station that has nothing to wait for sends its next message. */
interface Pace {
    /** Nobody sends anything new. */
    Pace REST = station -> {};

    /** Everybody sends as soon as the last message was answered. */
    Pace CLOSED_LOOP = station -> station.say(System.nanoTime());

    void free(LoadStation station);
}
