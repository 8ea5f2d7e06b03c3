package org.ohmstead.ocpp.rpc;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the order of what a station says over one connection after the other. */
final class LinkOrder {
    private static final System.Logger LOG = System.getLogger(LinkOrder.class.getName());

    private LinkOrder() {}

    /** Lets {@code next} wait until {@code earlier} is closed and has served all that had come over it, or patience ran out. */
    static void follow(Inbound next, Inbound earlier, LinkEngine engine, Duration patience) {
        if (earlier.isDone()) {
            return;
        }
        next.hold();
        AtomicBoolean waits = new AtomicBoolean(true);
        Timers.Alarm alarm = engine.timers().after(patience, () -> {
            if (waits.getAndSet(false)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A message of a station's earlier connection has been served for " + patience
                                + "; its new connection waits no longer");
                next.release();
            }
        });
        earlier.whenDone(() -> {
            if (waits.getAndSet(false)) {
                alarm.cancel();
                next.release();
            }
        });
    }
}
