package org.ohmstead.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong();
    private Instant now = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void so_many_may_come_at_once_and_then_evenly() {
        RateLimit limit = new RateLimit(10, SECOND, 3, nanos::get);
        assertThat(taken(limit, 3)).isEqualTo(3);
        assertThat(limit.take()).isFalse();
        assertThat(limit.untilNext()).isEqualTo(Duration.ofMillis(100));
        nanos.set(Duration.ofMillis(100).toNanos());
        assertThat(limit.take()).isTrue();
        assertThat(limit.take()).isFalse();
        nanos.set(Duration.ofHours(1).toNanos());
        assertThat(taken(limit, 3)).as("nothing is saved up").isEqualTo(3);
        assertThat(limit.take()).isFalse();
    }

    private static int taken(RateLimit limit, int wanted) {
        int taken = 0;
        for (int i = 0; i < wanted; i++) {
            taken += limit.take() ? 1 : 0;
        }
        return taken;
    }

    @Test
    void what_was_spent_beyond_is_waited_for() {
        RateLimit limit = new RateLimit(10, SECOND, 1, nanos::get);
        for (int i = 0; i < 11; i++) {
            limit.spend();
        }
        assertThat(limit.untilNext()).isEqualTo(Duration.ofMillis(1100));
        nanos.set(Duration.ofMillis(1100).toNanos());
        assertThat(limit.untilNext()).isZero();
    }

    @Test
    void a_clock_that_is_set_back_stops_nobody() {
        LongSupplier time = RateLimit.nanosOf(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
        RateLimit limit = new RateLimit(1, Duration.ofHours(1), 1, time);
        assertThat(limit.take()).isTrue();
        now = now.minus(Duration.ofDays(30));
        assertThat(limit.take()).isFalse();
        now = now.plus(Duration.ofHours(1));
        assertThat(limit.take()).isTrue();
    }
}
