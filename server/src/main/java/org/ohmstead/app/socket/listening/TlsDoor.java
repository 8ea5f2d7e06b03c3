package org.ohmstead.app.socket.listening;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands before TLS until the first byte of a connection has come: plain HTTP, which is somebody's ws:// where wss:// is spoken, is
 * answered as such. And stands behind TLS to hear why it was not agreed, because nobody else would tell.
 */
final class TlsDoor extends ByteToMessageDecoder {
    /** Vert.x's name of the handler that speaks TLS. */
    private static final String TLS = "ssl";

    private static final int HANDSHAKE = 0x16;
    private static final String ANSWER = "this port speaks TLS: set wss:// instead of ws:// (https:// instead of http://)\n";

    private static volatile @Nullable TlsFailures failures;

    private final TlsFailures told;
    private boolean done;

    private TlsDoor(TlsFailures told) {
        this.told = told;
    }

    /** From now on these hear of it, at all ports of the process. */
    static void tell(TlsFailures all) {
        failures = all;
    }

    /** Whether this connection speaks TLS; then it is watched. */
    static boolean install(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        TlsFailures told = failures;
        if (!(pipeline.get(TLS) instanceof SslHandler)) {
            return false;
        }
        pipeline.addAfter(TLS, "first-line", new FirstLine());
        if (told != null) {
            pipeline.addAfter(TLS, "tls-outcome", new Outcome(told));
            pipeline.addFirst("tls-door", new TlsDoor(told));
        }
        return true;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        int first = in.getByte(in.readerIndex());
        if (done) {
            in.skipBytes(in.readableBytes());
        } else if (first == HANDSHAKE) {
            ctx.pipeline().remove(this); // and what has come follows
        } else if (first >= 'A' && first <= 'Z') {
            int length = in.bytesBefore((byte) '\n');
            if (length >= 0 || in.readableBytes() > ListenOptions.LONGEST_LINE) {
                String line = length < 0 ? "" : in.readCharSequence(length, StandardCharsets.ISO_8859_1).toString();
                plain(ctx, line.split(" "));
                in.skipBytes(in.readableBytes());
            }
        } else {
            done = true;
            told.failed(address(ctx.channel()), TlsFailure.notTls());
            in.skipBytes(in.readableBytes());
            ctx.close();
        }
    }

    private void plain(ChannelHandlerContext ctx, String[] line) {
        done = true;
        told.plain(address(ctx.channel()), line.length > 1 ? line[1] : "");
        byte[] text = ANSWER.getBytes(StandardCharsets.US_ASCII);
        String head = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                + text.length + "\r\n\r\n";
        ctx.writeAndFlush(Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), text))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private static String address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress address && address.getAddress() != null
                ? address.getAddress().getHostAddress()
                : "";
    }

    /** Hears how it ended, behind TLS. */
    private static final class Outcome extends ChannelInboundHandlerAdapter {
        private final TlsFailures told;

        Outcome(TlsFailures told) {
            this.told = told;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof SslHandshakeCompletionEvent outcome) {
                ChannelPipeline pipeline = ctx.pipeline();
                // Who has sent nothing at all looks whether somebody listens here, as load balancers do.
                boolean spoke = pipeline.get(TlsDoor.class) == null;
                if (!outcome.isSuccess() && spoke) {
                    Optional<TlsFailure> failure = TlsFailure.of(outcome.cause());
                    failure.ifPresent(it -> told.failed(address(ctx.channel()), it));
                }
                pipeline.remove(this);
            }
            ctx.fireUserEventTriggered(event);
        }
    }
}
