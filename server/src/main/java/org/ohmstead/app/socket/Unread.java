package org.ohmstead.app.socket;

import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What a station leaves unread of what it was sent, and since when. */
final class Unread {
    private final ServerWebSocket socket;
    private final LongSupplier nanos;

    /** 0: it reads. */
    private volatile long since;

    Unread(ServerWebSocket socket, LongSupplier nanos) {
        this.socket = socket;
        this.nanos = nanos;
    }

    /** On any thread. */
    boolean isMuch() {
        try {
            return socket.writeQueueFull();
        } catch (IllegalStateException e) {
            return false; // closed a moment ago
        }
    }

    /** On the event loop, where it may have been read meanwhile; if not, the socket tells for certain when it is. */
    boolean begins() {
        boolean begins = since == 0 && isMuch();
        since = begins ? nanos.getAsLong() : since;
        return begins;
    }

    void isRead() {
        since = 0;
    }

    /** On any thread. */
    boolean isTooOld(long now, Duration limit) {
        long began = since;
        return began != 0 && now - began > limit.toNanos();
    }
}
