package org.ohmstead.app.socket.listening;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.ohmstead.app.socket.StationEndpoint;

/**
 * Stands before HTTP until the first line of a connection has come, because HTTP answers with a bare 400, and tells nobody,
 * what deserves better: a target with raw blanks in it, which some stations send as their identity (field note 6), and TLS,
 * which is somebody's wss:// where ws:// is spoken (field note 10).
 */
public final class FirstLine extends ByteToMessageDecoder {
    private static final AttributeKey<Boolean> TLS = AttributeKey.valueOf(FirstLine.class, "tls");
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int TLS_MAJOR = 0x03;
    private static final String GET = "GET ";

    /** Brings the connection to {@link StationEndpoint}, which says what is wrong. */
    private static final String INSTEAD_OF_TLS = "GET /ocpp HTTP/1.1\r\nHost: unknown\r\n\r\n";

    private final long began;
    private boolean tls;

    /** @param began when the connection did, by {@link System#nanoTime()} */
    FirstLine(long began) {
        this.began = began;
    }

    /** Whether this connection began with TLS, so that its request is one that nobody sent. */
    public static boolean isTls(HttpConnection connection) {
        return ((ConnectionBase) connection).channel().hasAttr(TLS);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        HttpTurns.install(ctx.pipeline(), Duration.ofNanos(System.nanoTime() - began));
        int start = in.readerIndex();
        int known = in.readableBytes();
        if (tls) {
            in.skipBytes(known);
        } else if (in.getByte(start) == TLS_HANDSHAKE) {
            if (known > 1 && in.getByte(start + 1) == TLS_MAJOR) {
                tls = true;
                ctx.channel().attr(TLS).set(true);
                in.skipBytes(known);
                out.add(Unpooled.copiedBuffer(INSTEAD_OF_TLS, StandardCharsets.ISO_8859_1));
            } else if (known > 1) {
                ctx.pipeline().remove(this);
            }
        } else {
            int length = in.bytesBefore((byte) '\n');
            if (length >= 0) {
                String line =
                        in.readCharSequence(length, StandardCharsets.ISO_8859_1).toString();
                out.add(Unpooled.copiedBuffer(acceptable(line), StandardCharsets.ISO_8859_1));
            }
            if (length >= 0 || known > ListenOptions.LONGEST_LINE) {
                ctx.pipeline().remove(this); // and what has come behind it follows
            }
        }
    }

    /** Blanks and control characters would end the target; percent-encoded they are read as what they are. */
    private static String acceptable(String line) {
        int end = line.lastIndexOf(" HTTP/");
        if (!line.startsWith(GET) || end < GET.length()) {
            return line;
        }
        StringBuilder encoded = new StringBuilder(GET);
        line.substring(GET.length(), end).strip().chars().forEach(c -> {
            if (c <= ' ' || c == 0x7f) {
                encoded.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                encoded.append((char) c);
            }
        });
        return encoded.append(line, end, line.length()).toString();
    }
}
