package org.ohmstead.bench.siege;

/** One way to do harm. */
interface Attack {
    String name();

    /** Goes on until the time is over. What the server refuses on the way is its right, and no failure. */
    void run(Battlefield field);
}
