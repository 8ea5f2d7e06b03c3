package org.ohmstead.app.socket;

import io.vertx.core.Context;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.RateLimit;

/** How fast a station may send: whoever sends more is read at the pace that is allowed. On its event loop. */
final class Pace {
    private final StationSocket socket;
    private final Context context;
    /** Of messages; null: any number. */
    private final @Nullable RateLimit limit;

    private boolean over;

    /** @param perSecond messages, so many of which may come at once; 0: any number */
    Pace(int perSecond, LongSupplier nanos, StationSocket socket, Context context) {
        this.limit = perSecond == 0 ? null : new RateLimit(perSecond, Duration.ofSeconds(1), perSecond, nanos);
        this.socket = socket;
        this.context = context;
    }

    /** One more has come. */
    void spend() {
        if (limit != null && !over) {
            limit.spend();
            if (!socket.isPaused(Pause.RATE)) {
                keep(limit);
            }
        }
    }

    /** The connection ends, and nothing is read any more. */
    void end() {
        over = true;
    }

    /** Until all is made up for that came since reading was to stop. */
    private void keep(RateLimit most) {
        long millis = (most.untilNext().toNanos() + 999_999) / 1_000_000;
        if (millis == 0 || over) {
            socket.resume(Pause.RATE);
        } else {
            socket.pause(Pause.RATE);
            context.owner().setTimer(millis, id -> socket.onEventLoop(() -> keep(most)));
        }
    }
}
