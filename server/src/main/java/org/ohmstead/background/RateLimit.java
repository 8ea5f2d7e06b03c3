package org.ohmstead.background;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** No more than so many within a period, evenly; some of them may come at once. For any thread. */
public final class RateLimit {
    private final Bucket bucket;

    /**
     * @param most   at least 1
     * @param atOnce of them, after a while without any; at least 1
     * @param nanos  as {@link System#nanoTime()} tells them; never goes back
     */
    public RateLimit(int most, Duration period, int atOnce, LongSupplier nanos) {
        this.bucket = Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(atOnce)
                        .refillGreedy(most, period)
                        .build())
                .withCustomTimePrecision(new Meter(nanos))
                .withSynchronizationStrategy(SynchronizationStrategy.SYNCHRONIZED)
                .build();
    }

    /** Takes one. @return false: there is none left, and none was taken */
    public boolean take() {
        return bucket.tryConsume(1);
    }

    /** Takes one, whether there is any or not; then those that follow wait for longer. */
    public void spend() {
        bucket.consumeIgnoringRateLimits(1);
    }

    /** What was taken counts as not taken. */
    public void giveBack() {
        bucket.addTokens(1);
    }

    /** How many there are; none: the next has to wait. */
    public long left() {
        return Math.max(0, bucket.getAvailableTokens());
    }

    /** How long until there is one; zero: there is. */
    public Duration untilNext() {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /** The time of a clock, that never goes back: where the clock was set back, it goes on from there. */
    public static LongSupplier nanosOf(Clock clock) {
        return new LongSupplier() {
            private Instant last = clock.instant();
            private long nanos;

            @Override
            public synchronized long getAsLong() {
                Instant now = clock.instant();
                Duration passed = Duration.between(last, now);
                last = now;
                nanos += passed.isNegative() ? 0 : passed.toNanos();
                return nanos;
            }
        };
    }

    private record Meter(LongSupplier nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
