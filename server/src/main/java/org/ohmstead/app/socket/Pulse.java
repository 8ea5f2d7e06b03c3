package org.ohmstead.app.socket;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.ohmstead.app.settings.SocketSettings;

/** Whether a station still lives, by what comes in and by its pongs. On any thread. */
final class Pulse {
    private final SocketSettings settings;
    private final LongSupplier lastHeard;

    private volatile long lastMessage;
    /** 0: none is out. */
    private volatile long pingedAt;

    /** @param lastHeard when anything came in last, and be it a pong */
    Pulse(SocketSettings settings, LongSupplier lastHeard, long now) {
        this.settings = settings;
        this.lastHeard = lastHeard;
        this.lastMessage = now;
    }

    void message(long now) {
        lastMessage = now;
    }

    /** No OCPP message has come for too long. */
    boolean isIdle(long now) {
        return isOver(settings.idleTimeout(), now - lastMessage);
    }

    /** Nothing came in after a ping. */
    boolean isGone(long now) {
        long pinged = pingedAt;
        if (pinged != 0 && lastHeard.getAsLong() - pinged > 0) {
            pingedAt = 0;
            return false;
        }
        return pinged != 0 && now - pinged > settings.pongTimeout().toNanos();
    }

    /** @return whether it is time for one, which is taken as sent */
    boolean pings(long now) {
        boolean due = pingedAt == 0 && isOver(settings.pingInterval(), now - lastHeard.getAsLong());
        pingedAt = due ? now : pingedAt;
        return due;
    }

    /** @return whether a ping may be sent now, which is taken as sent; not while one is out */
    boolean probes(long now) {
        boolean may = pingedAt == 0;
        pingedAt = may ? now : pingedAt;
        return may;
    }

    /** The socket is read again: what was sent meanwhile, a pong too, comes only now. */
    void goesOn() {
        pingedAt = 0;
    }

    private static boolean isOver(Duration limit, long quiet) {
        return limit.isPositive() && quiet >= limit.toNanos();
    }
}
