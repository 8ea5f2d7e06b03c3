package org.ohmstead.app.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.function.LongSupplier;

/**
 * Looks at each frame of a station before Vert.x does: notes that the station is alive, and ends a connection whose frames
 * are too big or no text with the code that says why. Vert.x alone would cut it without a word (gotcha 24).
 */
final class FrameGuard extends ChannelInboundHandlerAdapter {
    /** Told once why the connection has to end; nothing of the station is passed on from then on but its close frame. */
    @FunctionalInterface
    interface Refusal {
        void refused(int code, String reason);
    }

    private final int maxMessage;
    private final LongSupplier nanos;
    private final Refusal refusal;
    private int size;
    private boolean refused;
    private volatile long lastFrame;

    FrameGuard(int maxMessage, LongSupplier nanos, Refusal refusal) {
        this.maxMessage = maxMessage;
        this.nanos = nanos;
        this.refusal = refusal;
        this.lastFrame = nanos.getAsLong();
    }

    /** When anything came in last, a pong included. */
    long lastFrame() {
        return lastFrame;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof WebSocketFrame frame)) {
            ctx.fireChannelRead(message);
            return;
        }
        lastFrame = nanos.getAsLong();
        if (!refused) {
            inspect(frame);
        }
        if (refused && !(frame instanceof CloseWebSocketFrame)) {
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
            boolean tooBig = isTooBig(cause);
            refuse(
                    tooBig ? CloseCode.TOO_BIG : CloseCode.INVALID_DATA,
                    tooBig ? tooBig() + ", inflated" : "the compressed message cannot be inflated");
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }

    private void inspect(WebSocketFrame frame) {
        switch (frame) {
            case BinaryWebSocketFrame binary ->
                refuse(CloseCode.UNSUPPORTED_DATA, "OCPP messages are text frames, this one is binary");
            case TextWebSocketFrame text -> count(0, text);
            case ContinuationWebSocketFrame more -> count(size, more);
            default -> {
                // control frames have limits of their own
            }
        }
    }

    private void count(int before, WebSocketFrame frame) {
        size = before + frame.content().readableBytes();
        if (size > maxMessage) {
            refuse(CloseCode.TOO_BIG, tooBig());
        }
    }

    private String tooBig() {
        return "a message may have " + maxMessage + " bytes at most";
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
