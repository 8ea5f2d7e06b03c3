package org.ohmstead.app.socket.listening;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;

/**
 * Puts a {@link TlsDoor} before everything else on each connection that is accepted: a service that Netty finds, because Vert.x lets
 * nobody in before its own handlers.
 */
public final class FirstLines extends ChannelInitializerExtension {
    private static volatile int newPerSecond;

    /**
     * Netty looks for such services, and makes them itself, only when told to; before the first server listens.
     *
     * @param newConnectionsPerSecond at each port; 0: any number
     */
    static void enable(int newConnectionsPerSecond) {
        newPerSecond = newConnectionsPerSecond;
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    /** Whom to tell what becomes of connections at ports with TLS before there is a request. */
    public static void tell(TlsFailures failures) {
        TlsDoor.tell(failures);
    }

    @Override
    public void postInitializeServerListenerChannel(ServerChannel port) {
        if (newPerSecond > 0) {
            port.pipeline().addFirst(new AcceptPace(newPerSecond));
        }
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new TlsDoor());
        Strangers.of(channel).ifPresent(all -> {
            all.stands(channel);
            channel.closeFuture().addListener(closed -> all.goes(channel));
        });
    }
}
