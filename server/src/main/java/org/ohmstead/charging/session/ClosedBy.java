package org.ohmstead.charging.session;

import java.util.Locale;

/** Who, or what, said that a session is over. */
public enum ClosedBy {
    /** The station, which is as it should be. */
    STATION,
    /** A newer session on the same EVSE: the stop was lost. */
    SUPERSEDED,
    /** A human. */
    OPERATOR,
    /** Its station booted after the last sign of it, and its connector was free: the power was cut. */
    REBOOT,
    /** Its connector was free for minutes, while it was said to charge. */
    CONNECTOR_FREE,
    /** Its token was refused, nothing flowed, and its connector became free or the next session began. */
    REFUSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
