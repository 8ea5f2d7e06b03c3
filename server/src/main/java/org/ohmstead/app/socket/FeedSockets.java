package org.ohmstead.app.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.socket.frames.CloseCode;
import org.ohmstead.app.socket.frames.FrameGuard;
import org.ohmstead.app.socket.frames.MessageLimit;
import org.ohmstead.partners.PartnerFeedResource;

/**
 * Bounds what readers of a feed send over their WebSockets: it is passed over, so it may be little. Vert.x alone would inflate it without
 * limit, and answer any number of pings.
 */
@Singleton
public class FeedSockets implements PartnerFeedResource.Guard {
    private static final MessageLimit LARGEST = new MessageLimit(1024, "partner feed");

    /** Of any kind: pongs, and what clients of their own accord send to keep a connection. */
    private static final int MOST_FRAMES = 20;

    private static final long WINDOW = Duration.ofSeconds(1).toNanos();

    @Override
    public void guard(ServerWebSocket socket, HttpConnection connection, @Nullable String extensions) {
        ChannelHandlerContext channel = ((ConnectionBase) connection).channelHandlerContext();
        if (channel.isRemoved() || !channel.channel().isActive()) {
            return; // it was lost in the handshake, and nothing of it is left in which anything could be installed
        }
        End end = new End(socket, channel);
        new FrameGuard(LARGEST, System::nanoTime, end).install(channel, extensions);
        channel.pipeline().addBefore(FrameGuard.NAME, "frame-count", new Count(end));
    }

    /** Says why, and does not wait for whoever does not listen. */
    private record End(ServerWebSocket socket, ChannelHandlerContext channel) implements FrameGuard.Refusal {
        @Override
        public void refused(int code, String reason) {
            if (channel.channel().isWritable()) {
                Upgraded.close(socket, code, reason).onComplete(told -> channel.close());
            } else {
                channel.close();
            }
        }

        @Override
        public void tooLarge(long size, String beginning, String reason) {
            refused(CloseCode.TOO_BIG, reason);
        }

        @Override
        public void arrived(long bytes) {
            // passed over
        }

        @Override
        public boolean large(long number, long bytes) {
            return true; // none is
        }

        @Override
        public void trifle() {
            // counted with all others
        }
    }

    /** On the event loop. */
    private static final class Count extends ChannelInboundHandlerAdapter {
        private final End end;
        private long windowBegan = System.nanoTime();
        private int frames;
        private boolean refused;

        Count(End end) {
            this.end = end;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (!(message instanceof WebSocketFrame) || mayCome()) {
                ctx.fireChannelRead(message);
            } else {
                ReferenceCountUtil.release(message);
            }
        }

        private boolean mayCome() {
            long now = System.nanoTime();
            if (now - windowBegan > WINDOW) {
                windowBegan = now;
                frames = 0;
            }
            frames++;
            if (!refused && frames > MOST_FRAMES) {
                refused = true;
                end.refused(
                        CloseCode.POLICY,
                        "more than " + MOST_FRAMES + " frames came within a second; send nothing here");
            }
            return !refused;
        }
    }
}
