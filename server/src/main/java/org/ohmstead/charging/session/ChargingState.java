package org.ohmstead.charging.session;

import java.util.Locale;

/** What goes on at the EVSE within an open session. 1.6 does not tell. */
public enum ChargingState {
    CHARGING,
    EV_CONNECTED,
    SUSPENDED_BY_EV,
    SUSPENDED_BY_STATION,
    IDLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
