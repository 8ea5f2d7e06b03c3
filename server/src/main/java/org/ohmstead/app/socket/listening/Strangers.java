package org.ohmstead.app.socket.listening;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connections that stand idle and have proved nothing: no request is being answered on them, nobody has signed in or shown a key, and no
 * station that was accepted speaks. Of too many the one that has stood longest is closed, so that stations always find a free
 * connection, whoever holds the others.
 */
public final class Strangers {
    private static final AttributeKey<Strangers> ALL = AttributeKey.valueOf(Strangers.class, "all");

    private final int most;

    /** Also the lock. */
    private final Set<Channel> standing = new LinkedHashSet<>();

    public Strangers(int most) {
        this.most = most;
    }

    /** From now on those count that come in at the same port. */
    public void watch(HttpConnection connection) {
        if (connection instanceof ConnectionBase base && base.channel().parent() != null) {
            base.channel().parent().attr(ALL).setIfAbsent(this);
        }
    }

    /** Where this one counts. */
    public static Optional<Strangers> of(Channel channel) {
        Channel port = channel.parent();
        return port == null
                ? Optional.empty()
                : Optional.ofNullable(port.attr(ALL).get());
    }

    /** It stands idle from now on. */
    public void stands(Channel channel) {
        Channel oldest = null;
        synchronized (standing) {
            standing.add(channel);
            if (standing.size() > most) {
                oldest = removeFirst();
            }
        }
        if (!channel.isOpen()) {
            goes(channel); // its end may have come before it was here
        }
        if (oldest != null) {
            oldest.close();
        }
    }

    private @Nullable Channel removeFirst() {
        Iterator<Channel> all = standing.iterator();
        Channel first = all.next();
        all.remove();
        return first;
    }

    /** It has something to do, has proved what it is, or has ended. */
    public void goes(Channel channel) {
        synchronized (standing) {
            standing.remove(channel);
        }
    }

    int count() {
        synchronized (standing) {
            return standing.size();
        }
    }
}
