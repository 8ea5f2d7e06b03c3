package org.ohmstead.app.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;

/**
 * Lets in so many new connections a second and no more, at one port. What comes faster waits where it costs nothing, in the
 * kernel's queue, so that those who knock never take the time of those who are in.
 */
final class AcceptPace extends ChannelInboundHandlerAdapter {
    /** A second's share is given out in pieces, so that nobody waits for long behind a crowd. */
    private static final int WINDOWS = 50;

    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1) / WINDOWS;

    private final int most;
    private int accepted;

    /** @param perSecond at least one a window */
    AcceptPace(int perSecond) {
        this.most = Math.max(1, perSecond / WINDOWS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
        if (accepted == 0) {
            context.executor().schedule(() -> begin(context), WINDOW, TimeUnit.NANOSECONDS);
        }
        accepted++;
        if (accepted == most) {
            context.channel().config().setAutoRead(false);
        }
        context.fireChannelRead(connection);
    }

    private void begin(ChannelHandlerContext context) {
        accepted = 0;
        context.channel().config().setAutoRead(true);
    }
}
