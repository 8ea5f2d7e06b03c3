package org.ohmstead.app.socket;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How fast a station may send: a second's worth may come at once, and whoever sends more is read at the pace that is allowed. On
 * its event loop.
 */
final class Pace {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int rate;
    private double allowance;
    private long at;

    /** @param rate a second; 0: any */
    Pace(int rate, long now) {
        this.rate = rate;
        this.allowance = rate;
        this.at = now;
    }

    /** One more has come. */
    void spend(long now) {
        gain(now);
        allowance--;
    }

    /** How long to wait for the next one; zero: it may come. */
    Duration left(long now) {
        gain(now);
        boolean mayCome = rate == 0 || allowance >= 0;
        return mayCome ? Duration.ZERO : Duration.ofMillis(Math.max(1, (long) Math.ceil(-allowance * 1000 / rate)));
    }

    private void gain(long now) {
        allowance = Math.min(rate, allowance + (double) (now - at) / SECOND * rate);
        at = now;
    }
}
