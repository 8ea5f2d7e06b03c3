package org.ohmstead.app.socket.listening;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything else until the first byte of a connection has come, because only then it is known whether its port speaks
 * TLS. If it does, plain HTTP, which is somebody's ws:// where wss:// is spoken, is answered as such; and something stays behind TLS to
 * hear why it was not agreed, because nobody else would tell. A {@link FirstLine} is put where HTTP begins.
 */
final class TlsDoor extends ByteToMessageDecoder {
    /** Vert.x's name of the handler that speaks TLS. */
    private static final String TLS = "ssl";

    private static final String FIRST_LINE = "first-line";
    private static final int HANDSHAKE = 0x16;
    private static final String ANSWER =
            "this port speaks TLS: set wss:// instead of ws:// (https:// instead of http://)\n";

    private static volatile @Nullable TlsFailures failures;

    private final long began = System.nanoTime();
    private boolean done;

    /** From now on these hear of it, at all ports of the process. */
    static void tell(TlsFailures all) {
        failures = all;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        int first = in.getByte(in.readerIndex());
        if (done) {
            in.skipBytes(in.readableBytes());
        } else if (ctx.pipeline().get(TLS) == null) {
            ctx.pipeline().addAfter(ctx.name(), FIRST_LINE, new FirstLine(began));
            ctx.pipeline().remove(this); // and what has come follows
        } else if (first == HANDSHAKE) {
            ctx.pipeline().addAfter(TLS, FIRST_LINE, new FirstLine(began)).addAfter(TLS, "tls-outcome", new Outcome());
            ctx.pipeline().remove(this);
        } else if (first >= 'A' && first <= 'Z') {
            int length = in.bytesBefore((byte) '\n');
            if (length >= 0 || in.readableBytes() > ListenOptions.LONGEST_LINE) {
                String line = length < 0
                        ? ""
                        : in.readCharSequence(length, StandardCharsets.ISO_8859_1)
                                .toString();
                plain(ctx, line.split(" "));
                in.skipBytes(in.readableBytes());
            }
        } else {
            done = true;
            tell(told -> told.failed(address(ctx.channel()), TlsFailure.notTls()));
            in.skipBytes(in.readableBytes());
            ctx.close();
        }
    }

    private static void tell(Consumer<TlsFailures> what) {
        TlsFailures told = failures;
        if (told != null) {
            what.accept(told);
        }
    }

    private void plain(ChannelHandlerContext ctx, String[] line) {
        done = true;
        tell(told -> told.plain(address(ctx.channel()), line.length > 1 ? line[1] : ""));
        byte[] text = ANSWER.getBytes(StandardCharsets.US_ASCII);
        String head =
                "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                        + text.length + "\r\n\r\n";
        ctx.writeAndFlush(Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), text))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private static String address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress address && address.getAddress() != null
                ? address.getAddress().getHostAddress()
                : "";
    }

    /** Hears how it ended, behind TLS, of those who have said something: who has not looks only whether somebody listens here. */
    private static final class Outcome extends ChannelInboundHandlerAdapter {
        /** Before its ClientHello has come whole nothing of TLS is made for it, and nobody else hears that it goes. */
        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            if (ctx.pipeline().get(SslHandler.class) == null) {
                tell(told -> told.failed(address(ctx.channel()), TlsFailure.hungUpInHello()));
            }
            ctx.fireChannelInactive();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof SslHandshakeCompletionEvent outcome) {
                if (!outcome.isSuccess()) {
                    TlsFailure failure = TlsFailure.of(outcome.cause());
                    tell(told -> told.failed(address(ctx.channel()), failure));
                }
                ctx.pipeline().remove(this);
            }
            ctx.fireUserEventTriggered(event);
        }
    }
}
