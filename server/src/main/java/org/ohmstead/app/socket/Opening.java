package org.ohmstead.app.socket;

import java.time.Duration;
import org.ohmstead.ocpp.rpc.OcppLink;

/**
 * When our CALLs may leave: some stations break when they are asked anything before their BootNotification is answered (field
 * note 67), and some never send one.
 */
final class Opening {
    private volatile boolean booted;
    /** {@link Long#MAX_VALUE}: not before a BootNotification. */
    private volatile long opensAt = Long.MAX_VALUE;

    /** The link stands. @param grace after which CALLs leave also without a BootNotification */
    void begin(long now, Duration grace) {
        opensAt = now + grace.toNanos();
    }

    /** On the link's worker, just before the answer leaves. */
    void bootAnswered(OcppLink<?> link, boolean rejected) {
        booted = true;
        if (rejected) {
            opensAt = Long.MAX_VALUE; // B03.FR.03
        } else {
            link.afterAnswer(link::open);
        }
    }

    void tick(OcppLink<?> link, long now) {
        if (opensAt != Long.MAX_VALUE && now - opensAt >= 0 && !link.isOpen()) {
            opensAt = Long.MAX_VALUE;
            link.open();
        }
    }

    boolean booted() {
        return booted;
    }
}
