package org.ohmstead.app.socket;

import io.netty.channel.ChannelHandlerContext;

/**
 * Whether the link wants no more at the moment: said on any thread, followed on the event loop by what is wanted then, because
 * what was wanted before may be heard of later.
 */
final class LinkPause {
    private final StationSocket socket;
    private final ChannelHandlerContext channel;
    private volatile boolean full;

    LinkPause(StationSocket socket, ChannelHandlerContext channel) {
        this.socket = socket;
        this.channel = channel;
    }

    /** At once where the messages come from that are too many: a megabyte of them may have been read already. */
    void isFull(boolean now) {
        full = now;
        if (now && channel.executor().inEventLoop()) {
            follow();
        } else {
            socket.onEventLoop(this::follow);
        }
    }

    private void follow() {
        if (full) {
            socket.pause(Pause.LINK);
        } else {
            socket.resume(Pause.LINK);
        }
    }
}
