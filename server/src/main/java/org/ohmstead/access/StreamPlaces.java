package org.ohmstead.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ohmstead.api.Refused;

/**
 * How many live streams of a kind may stand open at this node: so many in all, but a quarter of them for one tenant and a few for one
 * reader, so that nobody takes everybody's.
 */
public final class StreamPlaces {
    public static final int MOST_OF_ONE = 5;
    private static final int SHARES = 4;
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(5);

    private final int most;
    private final String streams;
    private final Map<String, Integer> ofOne = new HashMap<>();
    private final Map<Long, Integer> ofTenant = new HashMap<>();
    private int open;

    /** @param streams what they are called in a refusal, such as {@code feeds} */
    public StreamPlaces(int most, String streams) {
        this.most = most;
        this.streams = streams;
    }

    /** Of one reader, until it is closed. */
    public final class Place implements AutoCloseable {
        private final Principal who;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(Principal who) {
            this.who = who;
        }

        public Principal who() {
            return who;
        }

        @Override
        public void close() {
            if (left.compareAndSet(false, true)) {
                leave(who);
            }
        }
    }

    /** @throws Refused too many are open, of this one, of its tenant or of all */
    public synchronized Place enter(Principal who) {
        if (ofOne.getOrDefault(who.id(), 0) >= MOST_OF_ONE) {
            throw Refused.tooMany(
                    tooMany(MOST_OF_ONE + " " + streams + " of " + who.actor().word()), BEFORE_NEXT_TRY);
        }
        long tenant = who.actor().tenant();
        if (ofTenant.getOrDefault(tenant, 0) >= most / SHARES) {
            throw Refused.tooMany(
                    tooMany(most / SHARES + " " + streams + " of your organisation, its share of " + most + ","),
                    BEFORE_NEXT_TRY);
        }
        if (open >= most) {
            throw new Refused(
                    Refused.Kind.FULL,
                    "Too many live streams",
                    most + " " + streams + " are open, and no more are allowed. Try again later.",
                    null);
        }
        ofOne.merge(who.id(), 1, Integer::sum);
        ofTenant.merge(tenant, 1, Integer::sum);
        open++;
        return new Place(who);
    }

    private static String tooMany(String which) {
        return which + " are open, and no more are allowed. Close one of them first.";
    }

    private synchronized void leave(Principal who) {
        ofOne.computeIfPresent(who.id(), (id, count) -> count == 1 ? null : count - 1);
        ofTenant.computeIfPresent(who.actor().tenant(), (id, count) -> count == 1 ? null : count - 1);
        open--;
    }

    /** How many are open. */
    public synchronized int open() {
        return open;
    }
}
