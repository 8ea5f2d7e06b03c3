package org.ohmstead.app.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket08FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each frame of a station before Vert.x does: notes that the station is alive, and ends a connection whose frames
 * are too big or no text with the code that says why. Vert.x alone would cut it without a word (gotcha 24).
 */
final class FrameGuard extends ChannelInboundHandlerAdapter {
    /** Told once why the connection has to end; nothing of the station is passed on from then on but its close frame. */
    interface Refusal {
        void refused(int code, String reason);

        /** A large message begins, see {@link HeaderGuard.Listener#large}; nothing is wrong with it yet. */
        void large(long number, long bytes);

        /**
         * In place of the other one, for a message that is too large.
         *
         * @param size      bytes that it has at least
         * @param beginning its first characters; empty: they could not be seen
         */
        void tooLarge(long size, String beginning, String reason);
    }

    private final MessageLimit limit;
    private final LongSupplier nanos;
    private final Refusal refusal;
    private int size;
    private boolean refused;
    private volatile long lastHeard;

    /** Of a message that comes in several frames; empty: none does. */
    private String beginning = "";

    FrameGuard(MessageLimit limit, LongSupplier nanos, Refusal refusal) {
        this.limit = limit;
        this.nanos = nanos;
        this.refusal = refusal;
        this.lastHeard = nanos.getAsLong();
    }

    /** Puts itself, and what belongs to it, into a station's pipeline. @param extensions the offer of the handshake */
    void install(ChannelHandlerContext channel, @Nullable String extensions) {
        ChannelPipeline pipeline = channel.pipeline();
        Deflate.bound(pipeline, extensions, limit.bytes());
        if (pipeline.get("idle") != null) {
            pipeline.remove("idle"); // that one was for the HTTP request; a quiet station is a healthy one (gotcha 17)
        }
        pipeline.addBefore(channel.name(), "frame-guard", this);
        ChannelHandlerContext decoder = pipeline.context(WebSocket08FrameDecoder.class); // 13 and 07 are kinds of it
        if (decoder != null) {
            pipeline.addBefore(decoder.name(), "header-guard", new HeaderGuard(limit.bytes(), new Headers()));
        }
    }

    /** When anything came in last, a pong or a part of a long message included. */
    long lastHeard() {
        return lastHeard;
    }

    private final class Headers implements HeaderGuard.Listener {
        @Override
        public void heard() {
            lastHeard = nanos.getAsLong();
        }

        @Override
        public void large(long number, long bytes) {
            refusal.large(number, bytes);
        }

        @Override
        public void tooLarge(long bytes, String first) {
            FrameGuard.this.tooLarge(bytes, first, limit.tooLarge());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof WebSocketFrame frame)) {
            ctx.fireChannelRead(message);
            return;
        }
        lastHeard = nanos.getAsLong();
        if (!refused) {
            inspect(frame);
        }
        if (isOneOfManyPings(ctx, frame) || (refused && !(frame instanceof CloseWebSocketFrame))) {
            ReferenceCountUtil.release(frame);
        } else {
            ctx.fireChannelRead(frame);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            refuse(corrupted.closeStatus().code(), String.valueOf(corrupted.getMessage()));
        } else if (cause instanceof DecoderException) {
            if (isTooBig(cause)) {
                tooLarge(limit.bytes() + 1L, beginning, limit.tooLarge() + ", inflated");
            } else {
                refuse(CloseCode.INVALID_DATA, "the compressed message cannot be inflated");
            }
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }

    /** While pongs wait to be read further pings get none (RFC 6455 §5.5.3), or they would fill the memory. */
    private static boolean isOneOfManyPings(ChannelHandlerContext ctx, WebSocketFrame frame) {
        return frame instanceof PingWebSocketFrame && !ctx.channel().isWritable();
    }

    private void inspect(WebSocketFrame frame) {
        switch (frame) {
            case BinaryWebSocketFrame binary ->
                refuse(CloseCode.UNSUPPORTED_DATA, "OCPP messages are text frames, this one is binary");
            case TextWebSocketFrame text -> {
                boolean whole = text.isFinalFragment() && text.content().readableBytes() <= limit.bytes();
                beginning = whole ? "" : beginningOf(text);
                count(0, text);
            }
            case ContinuationWebSocketFrame more -> count(size, more);
            default -> {
                // control frames have limits of their own
            }
        }
    }

    private void count(int before, WebSocketFrame frame) {
        size = before + frame.content().readableBytes();
        if (size > limit.bytes()) {
            tooLarge(size, beginning, limit.tooLarge());
        }
    }

    private static String beginningOf(WebSocketFrame frame) {
        ByteBuf content = frame.content();
        int length = Math.min(content.readableBytes(), HeaderGuard.TELLING);
        return content.toString(content.readerIndex(), length, StandardCharsets.UTF_8);
    }

    private void tooLarge(long bytes, String first, String reason) {
        if (!refused) {
            refused = true;
            refusal.tooLarge(bytes, first, reason);
        }
    }

    private void refuse(int code, String reason) {
        if (!refused) {
            refused = true;
            refusal.refused(code, reason);
        }
    }

    private static boolean isTooBig(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof DecompressionException
                    && String.valueOf(t.getMessage()).contains("maximum size")) {
                return true;
            }
        }
        return false;
    }
}
