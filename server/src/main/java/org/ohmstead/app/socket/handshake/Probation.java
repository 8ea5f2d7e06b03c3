package org.ohmstead.app.socket.handshake;

import io.netty.channel.Channel;
import org.ohmstead.app.socket.listening.Strangers;

/**
 * A connection of a station that has never been accepted: it counts for its address, and may be closed when too many stand idle,
 * until the station is accepted or the connection ends.
 */
public final class Probation {
    private final Channel channel;
    private final Newcomers.Permit place;

    public Probation(Channel channel, Newcomers.Permit place) {
        this.channel = channel;
        this.place = place;
        channel.closeFuture().addListener(ended -> passed());
    }

    /** The handshake is done. */
    public void begin() {
        Strangers.of(channel).ifPresent(all -> all.stands(channel));
    }

    /** Once or more often. */
    public void passed() {
        place.leave();
        Strangers.of(channel).ifPresent(all -> all.goes(channel));
    }
}
