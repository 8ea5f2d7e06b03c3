package org.ohmstead.authority.est;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who may ask an external authority now. A few at once, and fewer of one authority: each holds one of the few workers that do the jobs
 * of the whole installation, as long as the other side likes.
 */
final class Turns {
    /** When to try again who was not let. */
    static final Duration AGAIN = Duration.ofSeconds(20);

    private static final int AT_ONCE = 4;
    private static final int OF_ONE = 2;

    private final Map<Long, Integer> taken = new HashMap<>();

    /** Given back when it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Empty: too many have theirs. */
    synchronized Optional<Turn> take(long authority) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        int own = taken.getOrDefault(authority, 0);
        if (all >= AT_ONCE || own >= OF_ONE) {
            return Optional.empty();
        }
        taken.put(authority, own + 1);
        return Optional.of(() -> back(authority));
    }

    private synchronized void back(long authority) {
        taken.computeIfPresent(authority, (id, own) -> own == 1 ? null : own - 1);
    }
}
