package org.ohmstead.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which durable listeners are this node's to deliver to. They are until they go to another one, or until the node has not kept
 * them for so long that another one may have them.
 */
final class Claims {
    /** Not this node's. */
    static final long NONE = 0;

    private static final int RENEWALS_PER_LEASE = 3;

    private final SqlCursors cursors;
    private final Set<String> listeners;
    private final long leaseNanos;
    private volatile Map<String, Long> ours = Map.of();
    private volatile long validUntil = System.nanoTime();
    private long renewed;
    private long newest = NONE;

    Claims(SqlCursors cursors, Set<String> listeners, Duration lease) {
        this.cursors = cursors;
        this.listeners = listeners;
        this.leaseNanos = lease.toNanos();
    }

    boolean isRenewalDue() {
        return ours.size() < listeners.size()
                || cursors.isShared() && System.nanoTime() - renewed > leaseNanos / RENEWALS_PER_LEASE;
    }

    /** It has gone to another node, as the database says. */
    synchronized void lost(String listener) {
        Map<String, Long> rest = new HashMap<>(ours);
        rest.remove(listener);
        ours = rest;
    }

    /** Keeps those it has, and takes what is free. */
    synchronized void renew() {
        long asked = System.nanoTime(); // before the database begins to count
        SqlCursors.Claimed claimed = cursors.claim(listeners);
        Map<String, Long> now = new HashMap<>();
        for (String name : claimed.all()) {
            Long known = claimed.kept().contains(name) ? ours.get(name) : null;
            now.put(name, known == null ? ++newest : known);
        }
        now.keySet().retainAll(listeners);
        ours = now;
        renewed = asked;
        validUntil = asked + leaseNanos;
    }

    /** Differs from one time that the node gets the listener to the next; {@link #NONE}: it is not this node's. */
    long of(String listener) {
        return cursors.isShared() && System.nanoTime() - validUntil > 0 ? NONE : ours.getOrDefault(listener, NONE);
    }
}
