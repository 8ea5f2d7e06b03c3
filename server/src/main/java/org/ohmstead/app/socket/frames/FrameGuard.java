package org.ohmstead.app.socket.frames;

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
import org.ohmstead.app.socket.listening.Deflate;
import org.ohmstead.app.socket.listening.HttpTurns;

/**
 * Looks at each frame of a station before Vert.x does: notes that the station is alive, and ends a connection whose frames
 * are too big or no text with the code that says why. Vert.x alone would cut it without a word (field note 24).
 */
public final class FrameGuard extends ChannelInboundHandlerAdapter {
    /** Told once why the connection has to end; nothing of the station is passed on from then on but its close frame. */
    public interface Refusal {
        void refused(int code, String reason);

        /** So many bytes of a message came; nothing is wrong with them yet. */
        void arrived(long bytes);

        /** A large message begins, see {@link HeaderGuard.Listener#large}; nothing is wrong with it yet either. */
        boolean large(long number, long bytes);

        /** A frame that is no message, nor a fair part of one: each costs as much work as a message does. */
        void trifle();

        /**
         * In place of the other one, for a message that is too large.
         *
         * @param size      bytes that it has at least
         * @param beginning its first characters; empty: they could not be seen
         */
        void tooLarge(long size, String beginning, String reason);
    }

    /** Of itself in a pipeline. */
    public static final String NAME = "frame-guard";

    /** Bytes of a fragment that need not be counted by themselves: its message bounds them. */
    private static final int FAIR = 256;

    private final MessageLimit limit;
    private final LongSupplier nanos;
    private final Refusal refusal;
    private final HeaderGuard headers;
    private int size;
    private boolean refused;

    /** Whether the first fragment of the message that comes has been passed on. */
    private boolean begun = true;

    private volatile long lastHeard;

    /** Of a message that comes in several frames; empty: none does. */
    private String beginning = "";

    public FrameGuard(MessageLimit limit, LongSupplier nanos, Refusal refusal) {
        this.limit = limit;
        this.nanos = nanos;
        this.refusal = refusal;
        this.lastHeard = nanos.getAsLong();
        this.headers = new HeaderGuard(limit.bytes(), new Headers());
    }

    /** Puts itself, and what belongs to it, into a station's pipeline. @param extensions the offer of the handshake */
    public void install(ChannelHandlerContext channel, @Nullable String extensions) {
        ChannelPipeline pipeline = channel.pipeline();
        Deflate.bound(pipeline, extensions, limit.bytes());
        if (pipeline.get(HttpTurns.class) != null) {
            pipeline.remove(HttpTurns.class);
        }
        if (pipeline.get("idle") != null) {
            // That one was for the HTTP request; a quiet station is a healthy one (field note 17).
            pipeline.remove("idle");
        }
        pipeline.addBefore(channel.name(), NAME, this);
        ChannelHandlerContext decoder = pipeline.context(WebSocket08FrameDecoder.class); // 13 and 07 are kinds of it
        if (decoder != null) {
            pipeline.addBefore(decoder.name(), "header-guard", headers);
        }
    }

    /** Nothing of the station is passed on from now on that waits for room. On the event loop. */
    public void end() {
        headers.end();
    }

    /** There is room for what was large, so what of it was held back may come. On the event loop. */
    public void goOn() {
        headers.goOn();
    }

    /** When anything came in last, a pong or a part of a long message included. */
    public long lastHeard() {
        return lastHeard;
    }

    private final class Headers implements HeaderGuard.Listener {
        @Override
        public void heard() {
            lastHeard = nanos.getAsLong();
        }

        @Override
        public void arrived(long bytes) {
            refusal.arrived(bytes);
        }

        @Override
        public boolean large(long number, long bytes) {
            return refusal.large(number, bytes);
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
        boolean last = refused && frame instanceof CloseWebSocketFrame;
        if (!refused) {
            inspect(frame);
        }
        if (isOneOfManyPings(ctx, frame) || isEmptyPart(frame) || (refused && !last)) {
            ReferenceCountUtil.release(frame);
        } else {
            ctx.fireChannelRead(isBegun(frame) ? frame : beginningWith(frame));
        }
    }

    /** Vert.x would forget the rest of a message that begins with an empty fragment, so it begins with the next one. */
    private boolean isEmptyPart(WebSocketFrame frame) {
        boolean empty = !frame.isFinalFragment() && !frame.content().isReadable();
        begun &= !(empty && frame instanceof TextWebSocketFrame);
        return empty;
    }

    private boolean isBegun(WebSocketFrame frame) {
        begun |= frame instanceof TextWebSocketFrame;
        return begun || !(frame instanceof ContinuationWebSocketFrame);
    }

    private WebSocketFrame beginningWith(WebSocketFrame continuation) {
        begun = true;
        return new TextWebSocketFrame(continuation.isFinalFragment(), continuation.rsv(), continuation.content());
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
                refuse(CloseCode.UNSUPPORTED_DATA, "messages are text frames here, this one is binary");
            case TextWebSocketFrame text -> {
                boolean whole = text.isFinalFragment() && text.content().readableBytes() <= limit.bytes();
                beginning = whole ? "" : beginningOf(text);
                count(0, text);
            }
            case ContinuationWebSocketFrame more -> count(size, more);
            case CloseWebSocketFrame close
            when !CloseCode.isAllowed(close.statusCode()) ->
                refuse(CloseCode.PROTOCOL_ERROR, "nobody may close with " + close.statusCode());
            case CloseWebSocketFrame close -> {
                // the last one
            }
            default -> refusal.trifle();
        }
    }

    private void count(int before, WebSocketFrame frame) {
        int bytes = frame.content().readableBytes();
        if (!frame.isFinalFragment() && bytes < FAIR) {
            refusal.trifle();
        }
        size = before + bytes;
        if (size > limit.bytes()) {
            tooLarge(size, beginning, limit.tooLarge());
        } else {
            headers.inflated(size);
        }
    }

    private static String beginningOf(WebSocketFrame frame) {
        ByteBuf content = frame.content();
        int length = Math.min(content.readableBytes(), Beginning.TELLING);
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
