package org.ohmstead.events;

import java.util.concurrent.atomic.AtomicInteger;

/** An event on its way, and how many listeners still have to take it. */
final class PendingDelivery {
    private final StoredEvent event;
    private final AtomicInteger listeners;
    private final Runnable taken;

    /** @param taken told once, when the last listener has the event */
    PendingDelivery(StoredEvent event, int listeners, Runnable taken) {
        this.event = event;
        this.listeners = new AtomicInteger(listeners);
        this.taken = taken;
    }

    StoredEvent event() {
        return event;
    }

    void settled() {
        if (listeners.decrementAndGet() == 0) {
            taken.run();
        }
    }
}
