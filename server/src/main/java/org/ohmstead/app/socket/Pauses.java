package org.ohmstead.app.socket;

import io.netty.channel.Channel;
import io.vertx.core.http.ServerWebSocket;
import java.util.EnumSet;
import java.util.Set;

/** Why a socket is not read; it is while there is no reason. On its event loop, but for {@link #isPaused}. */
final class Pauses {
    private final ServerWebSocket socket;
    private final Channel channel;
    private final Set<Pause> reasons = EnumSet.noneOf(Pause.class);
    private volatile boolean paused;

    Pauses(ServerWebSocket socket, Channel channel) {
        this.socket = socket;
        this.channel = channel;
    }

    void add(Pause why) {
        if (reasons.add(why) && reasons.size() == 1) {
            paused = true;
            socket.pause();
            // Else up to 16 messages, however large, would be read before the socket itself stops.
            channel.config().setAutoRead(false);
        }
    }

    /** @param before done before the socket is read again, if it is now */
    void remove(Pause why, Runnable before) {
        if (reasons.remove(why) && reasons.isEmpty()) {
            paused = false;
            before.run();
            channel.config().setAutoRead(true);
            socket.resume();
        }
    }

    /** Whether there is a reason that the station has not given itself by sending too fast. */
    boolean areOurs() {
        return !reasons.isEmpty() && !(reasons.size() == 1 && reasons.contains(Pause.RATE));
    }

    boolean contains(Pause why) {
        return reasons.contains(why);
    }

    /** On any thread. */
    boolean isPaused() {
        return paused;
    }
}
