package org.ohmstead.app.socket;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * A finished handshake: the socket, and the channel below it, on which limits are set that the socket does not offer. The
 * router hands out its own wrapper of the socket, which hides the channel; the connection of the request still knows it.
 */
record Upgraded(ServerWebSocket socket, ChannelHandlerContext channel) {

    static Upgraded of(ServerWebSocket socket, HttpConnection connection) {
        return new Upgraded(socket, ((ConnectionBase) connection).channelHandlerContext());
    }
}
