package org.ohmstead.app.socket.handshake;

import java.time.Duration;

/**
 * When somebody is answered who must not learn from the time that it took what there is: at the next full step since he asked,
 * whatever was done for it.
 */
public final class EvenTime {
    private static final long STEP = Duration.ofMillis(100).toMillis();

    private EvenTime() {}

    /** @param nanos that it took. @return milliseconds to wait, at least 1 */
    public static long left(long nanos) {
        long took = Duration.ofNanos(nanos).toMillis();
        return STEP - took % STEP;
    }
}
