package org.ohmstead.charging.session;

import java.util.Locale;

/** Why a station ended a session; the words of all versions together. */
public enum StopReason {
    DEAUTHORIZED,
    EMERGENCY_STOP,
    ENERGY_LIMIT_REACHED,
    EV_DISCONNECTED,
    GROUND_FAULT,
    HARD_RESET,
    IMMEDIATE_RESET,
    /** By the user at the station; also where no reason was given. */
    LOCAL,
    LOCAL_OUT_OF_CREDIT,
    MASTER_PASS,
    /** Also words of vendors; the evidence has them as they came. */
    OTHER,
    OVERCURRENT,
    POWER_LOSS,
    POWER_QUALITY,
    REBOOT,
    REMOTE,
    REQUESTED_ENERGY_TRANSFER_REFUSED,
    SOC_LIMIT_REACHED,
    SOFT_RESET,
    STOPPED_BY_EV,
    TIME_LIMIT_REACHED,
    TIMEOUT,
    UNLOCKED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
