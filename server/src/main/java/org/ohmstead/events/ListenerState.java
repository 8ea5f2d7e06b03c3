package org.ohmstead.events;

import java.time.Duration;

/**
 * How a listener is getting on.
 *
 * @param name of the listener
 * @param isHere whether this node delivers to it; what it has failed, abandoned and lost is known there alone, since the start
 * @param waiting how many events it has not got yet
 * @param held how many of them it has been offered, or wait behind such a one of their station
 * @param behind since when the oldest of them waits; zero: none does
 * @param failures attempts that failed
 * @param abandoned events that were given up for it
 * @param lost events that grew too old, and were deleted, before it had them
 */
public record ListenerState(
        String name,
        boolean isHere,
        long waiting,
        int held,
        Duration behind,
        long failures,
        long abandoned,
        long lost) {}
