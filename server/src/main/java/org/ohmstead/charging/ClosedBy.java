package org.ohmstead.charging;

import java.util.Locale;

/** Who said that a session is over. */
public enum ClosedBy {
    /** The station, which is as it should be. */
    STATION,
    /** A newer session on the same EVSE: the stop was lost. */
    SUPERSEDED,
    /** A human. */
    OPERATOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
