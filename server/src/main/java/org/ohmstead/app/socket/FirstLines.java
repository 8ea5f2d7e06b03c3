package org.ohmstead.app.socket;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/**
 * Puts a {@link FirstLine} before everything else on each connection that is accepted: a service that Netty finds, because
 * Vert.x lets nobody in before its own handlers.
 */
public final class FirstLines extends ChannelInitializerExtension {
    /** Netty looks for such services only when told to; before the first server listens. */
    static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new FirstLine());
        Strangers.of(channel).ifPresent(all -> {
            all.stands(channel);
            channel.closeFuture().addListener(closed -> all.goes(channel));
        });
    }
}
