package org.ohmstead.bench.load;

/** Says when a station that has nothing to wait for sends its next message. */
interface Pace {
    /** A station, as far as this matters. */
    interface Speaker {
        /** Connected, accepted, and waiting for no answer. */
        boolean isFree();

        /**
         * Sends the next message.
         *
         * @param dueAt when it should have left, of {@link System#nanoTime}; its latency counts from there
         */
        void say(long dueAt);
    }

    /** Nobody sends anything new. */
    Pace REST = station -> {};

    /** Everybody sends as soon as the last message was answered. */
    Pace CLOSED_LOOP = station -> station.say(System.nanoTime());

    void free(Speaker station);
}
