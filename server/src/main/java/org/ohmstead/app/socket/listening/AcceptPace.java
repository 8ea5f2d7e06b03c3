package org.ohmstead.app.socket.listening;

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

    private final int perSecond;
    /** What is left of this window, in parts of which {@link #WINDOWS} let one connection in. */
    private int parts;

    private boolean ticking;

    /** @param perSecond at least 1 */
    AcceptPace(int perSecond) {
        this.perSecond = perSecond;
        this.parts = Math.max(perSecond, WINDOWS);
    }

    /** A window's share, and what was too little for one connection of the window before. */
    private int most() {
        return perSecond + WINDOWS - 1;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
        parts -= WINDOWS;
        if (!ticking) {
            ticking = true;
            await(context);
        }
        if (parts < WINDOWS) {
            context.channel().config().setAutoRead(false);
        }
        context.fireChannelRead(connection);
    }

    private void await(ChannelHandlerContext context) {
        context.executor().schedule(() -> next(context), WINDOW, TimeUnit.NANOSECONDS);
    }

    private void next(ChannelHandlerContext context) {
        parts = Math.min(most(), parts + perSecond);
        if (parts >= WINDOWS) {
            context.channel().config().setAutoRead(true);
        }
        ticking = parts < most();
        if (ticking) {
            await(context);
        }
    }
}
