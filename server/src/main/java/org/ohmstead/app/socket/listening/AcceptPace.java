package org.ohmstead.app.socket.listening;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.ohmstead.background.RateLimit;

/**
 * Lets in so many new connections a second and no more, at one port. What comes faster waits where it costs nothing, in the
 * kernel's queue, so that those who knock never take the time of those who are in.
 */
final class AcceptPace extends ChannelInboundHandlerAdapter {
    /** A second's share is given out in pieces, so that nobody waits for long behind a crowd. */
    private static final int PIECES = 50;

    private final RateLimit limit;
    private boolean waiting;

    /** @param perSecond at least 1 */
    AcceptPace(int perSecond) {
        this(perSecond, System::nanoTime);
    }

    AcceptPace(int perSecond, LongSupplier nanos) {
        this.limit = new RateLimit(perSecond, Duration.ofSeconds(1), Math.max(1, perSecond / PIECES), nanos);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
        limit.spend();
        await(context);
        context.fireChannelRead(connection);
    }

    private void await(ChannelHandlerContext context) {
        Duration wait = limit.untilNext();
        if (wait.isZero() || waiting) {
            return;
        }
        waiting = true;
        context.channel().config().setAutoRead(false);
        context.executor().schedule(() -> goOn(context), wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void goOn(ChannelHandlerContext context) {
        waiting = false;
        await(context);
        if (!waiting) {
            context.channel().config().setAutoRead(true);
        }
    }
}
