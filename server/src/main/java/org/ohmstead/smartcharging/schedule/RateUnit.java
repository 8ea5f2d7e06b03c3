package org.ohmstead.smartcharging.schedule;

/** What limits are counted in (behaviour 7.4). */
public enum RateUnit {
    /** Current of each phase (K01.FR.51). */
    AMPERE,
    /** Power over all phases. */
    WATT
}
