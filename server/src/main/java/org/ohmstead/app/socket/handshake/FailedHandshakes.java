package org.ohmstead.app.socket.handshake;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.ohmstead.access.Networks;

/**
 * How often handshakes were turned away in the running minute, so that guessing passwords or identities, or a station that
 * dials in a tight loop, costs nobody else anything. A site or a whole fleet may share one address, so failures count for the
 * pair of address and identity; the address alone only bounds how many different unknown identities it may try. A station
 * that identifies itself rightly gets in whatever its neighbours do.
 *
 * <p>It counts by itself because a bucket that fills evenly ({@code RateLimit}) would count otherwise: here a trial that passes is
 * as if it had not been, trials that still run bound those that may begin, an invented identity counts once for its address, and
 * the next minute begins with all of them anew.
 */
public final class FailedHandshakes {
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
    /** So that an attacker with many addresses cannot fill our memory; beyond it new ones go uncounted for a minute. */
    private static final int MOST = 100_000;

    /** So many passwords of a pair are looked at as fast as they come; further ones spread over the minute: each costs a hash. */
    private static final int AT_ONCE = 5;

    private record Key(String address, String name) {}

    /** Guarded by the map while it stands in it. */
    private static final class Pair {
        /** Failed, or not ended yet. */
        int begun;

        long lastBegun;
        int failed;
        boolean unknown;
    }

    /** What a failure means for the next ones. */
    public enum Failure {
        COUNTED,
        /** The next one of this pair will not be let try. */
        LAST_OF_PAIR,
        /** The address has tried its last unknown identity. */
        LAST_OF_ADDRESS,
        /** It had done so before: to be answered like one that was not let try. */
        ONE_TOO_MANY
    }

    private final int allowed;
    private final int allowedUnknown;
    private final LongSupplier nanos;
    private final ConcurrentMap<Key, Pair> pairs = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> unknownByAddress = new ConcurrentHashMap<>();
    private volatile long windowStart;

    /**
     * @param allowed        failures of a pair in a minute; 0: any number
     * @param allowedUnknown different unknown identities that an address may try in a minute; 0: any number
     */
    public FailedHandshakes(int allowed, int allowedUnknown, LongSupplier nanos) {
        this.allowed = allowed;
        this.allowedUnknown = allowedUnknown;
        this.nanos = nanos;
        this.windowStart = nanos.getAsLong();
    }

    /**
     * A handshake begins. It counts from here on, so that many at once do not each cost a password's hash before the first
     * of them has failed.
     *
     * @param name the identity, or what else tells a knocker from others behind its address
     * @param password whether it bears one, which is to be looked at
     * @return empty: it is not let try
     */
    public Optional<Trial> begin(String address, String name, boolean password) {
        forget();
        Key key = new Key(Networks.household(address), name);
        if (pairs.size() >= MOST && !pairs.containsKey(key)) {
            return Optional.of(new Trial(key, new Pair()));
        }
        boolean[] tries = new boolean[1];
        Pair pair = pairs.compute(key, (same, standing) -> {
            Pair counted = standing == null ? new Pair() : standing;
            tries[0] = allowed == 0 || mayBegin(counted, password);
            if (tries[0]) {
                counted.begun++;
                counted.lastBegun = nanos.getAsLong();
            }
            return counted;
        });
        return tries[0] ? Optional.of(new Trial(key, pair)) : Optional.empty();
    }

    private boolean mayBegin(Pair pair, boolean password) {
        boolean isInTime = !password || pair.begun < AT_ONCE || nanos.getAsLong() - pair.lastBegun >= WINDOW / allowed;
        return pair.begun < allowed && isInTime;
    }

    /** A handshake that was let try; ends once, one way or the other. */
    public final class Trial {
        private final Key key;
        private final Pair pair;

        private Trial(Key key, Pair pair) {
            this.key = key;
            this.pair = pair;
        }

        /** It got in, or it was not its fault that it did not. */
        public void passed() {
            pairs.computeIfPresent(key, (same, standing) -> {
                boolean last = standing == pair && --pair.begun == 0;
                return last ? null : standing;
            });
        }

        /** @param unknown whether nobody has created this identity, so that it may be one of any number of invented ones */
        public Failure failed(boolean unknown) {
            Failure[] failure = {Failure.COUNTED};
            pairs.compute(key, (same, standing) -> {
                failure[0] = count(unknown);
                return failure[0] == Failure.ONE_TOO_MANY ? null : standing;
            });
            return failure[0];
        }

        private Failure count(boolean unknown) {
            pair.failed++;
            if (unknown && allowedUnknown > 0 && !pair.unknown) {
                pair.unknown = true;
                int names = countUnknown(key.address);
                if (names > allowedUnknown) {
                    return Failure.ONE_TOO_MANY;
                } else if (names == allowedUnknown) {
                    return Failure.LAST_OF_ADDRESS;
                }
            }
            return pair.failed == allowed ? Failure.LAST_OF_PAIR : Failure.COUNTED;
        }
    }

    private int countUnknown(String address) {
        if (unknownByAddress.size() >= MOST && !unknownByAddress.containsKey(address)) {
            return 0;
        }
        return unknownByAddress
                .computeIfAbsent(address, a -> new AtomicInteger())
                .incrementAndGet();
    }

    private void forget() {
        long now = nanos.getAsLong();
        if (now - windowStart >= WINDOW) {
            windowStart = now;
            pairs.clear();
            unknownByAddress.clear();
        }
    }
}
