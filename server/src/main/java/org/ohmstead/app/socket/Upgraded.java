package org.ohmstead.app.socket;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.socket.handshake.Probation;

/**
 * A finished handshake: the socket, and the channel below it, on which limits are set that the socket does not offer. The
 * router hands out its own wrapper of the socket, which hides the channel; the connection of the request still knows it.
 *
 * @param probation null: the station was accepted before
 */
record Upgraded(
        ServerWebSocket socket,
        ChannelHandlerContext channel,
        @Nullable Probation probation) {
    private static final int LONGEST_REASON = 123;

    /**
     * Closes a socket with as much of the reason as a close frame holds, which is 123 bytes (RFC 6455 §5.5).
     *
     * @return ends when the frame is on its way
     */
    static Future<Void> close(ServerWebSocket socket, int code, String reason) {
        byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
        String fitting = bytes.length <= LONGEST_REASON
                ? reason
                : new String(Arrays.copyOf(bytes, LONGEST_REASON - 3), StandardCharsets.UTF_8).replace("\uFFFD", "");
        return socket.close((short) code, fitting);
    }

    static Upgraded of(ServerWebSocket socket, HttpConnection connection, @Nullable Probation probation) {
        return new Upgraded(socket, ((ConnectionBase) connection).channelHandlerContext(), probation);
    }
}
