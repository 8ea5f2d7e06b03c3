package org.ohmstead.app.socket;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * How often each address was turned away in the running minute, so that guessing identities or passwords, or a station that
 * dials in a tight loop, costs nobody else anything.
 */
final class FailedHandshakes {
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
    /** So that an attacker with many addresses cannot fill our memory; beyond it new addresses go uncounted for a minute. */
    private static final int MOST_ADDRESSES = 100_000;

    private final int allowed;
    private final LongSupplier nanos;
    private final ConcurrentMap<String, AtomicInteger> byAddress = new ConcurrentHashMap<>();
    private volatile long windowStart;

    /** @param allowed failures of an address in a minute; 0: any number */
    FailedHandshakes(int allowed, LongSupplier nanos) {
        this.allowed = allowed;
        this.nanos = nanos;
        this.windowStart = nanos.getAsLong();
    }

    boolean isBlocked(String address) {
        if (allowed == 0) {
            return false;
        }
        forget();
        AtomicInteger failures = byAddress.get(address);
        return failures != null && failures.get() >= allowed;
    }

    /** @return whether this one was the last that is let through, which is worth a line in the log */
    boolean failed(String address) {
        if (allowed == 0) {
            return false;
        }
        forget();
        if (byAddress.size() >= MOST_ADDRESSES && !byAddress.containsKey(address)) {
            return false;
        }
        return byAddress.computeIfAbsent(address, a -> new AtomicInteger()).incrementAndGet() == allowed;
    }

    private void forget() {
        long now = nanos.getAsLong();
        if (now - windowStart >= WINDOW) {
            windowStart = now;
            byAddress.clear();
        }
    }
}
