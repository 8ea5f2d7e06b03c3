package org.ohmstead.stations;

import java.time.Duration;
import java.time.Instant;

/** So many within a period, and no more until it is over. */
final class Allowance {
    private final int most;
    private final Duration period;
    private Instant began = Instant.EPOCH;
    private int taken;

    Allowance(int most, Duration period) {
        this.most = most;
        this.period = period;
    }

    /** @return false: used up */
    synchronized boolean take(Instant now) {
        if (now.isAfter(began.plus(period)) || now.isBefore(began)) { // the latter after our clock was set back
            began = now;
            taken = 0;
        }
        if (taken >= most) {
            return false;
        }
        taken++;
        return true;
    }
}
