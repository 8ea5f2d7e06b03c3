package org.ohmstead.bench.load;

import java.time.Clock;
import java.time.Instant;

/** The time as stations write it. One text is made per millisecond, whoever asks. Not for several threads. */
public final class Now {
    private final Clock clock;
    private long millis;
    private String text = "";

    public Now(Clock clock) {
        this.clock = clock;
    }

    String text() {
        long now = clock.millis();
        if (now != millis) {
            millis = now;
            text = Instant.ofEpochMilli(now).toString();
        }
        return text;
    }
}
