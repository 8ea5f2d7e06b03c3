package org.ohmstead.simulator.station;

/** The state of a connector in the finer words of 1.6; 2.x calls everything from PREPARING to FINISHING Occupied. */
public enum OutletState {
    AVAILABLE,
    PREPARING,
    CHARGING,
    SUSPENDED_EV,
    SUSPENDED_EVSE,
    FINISHING,
    RESERVED,
    UNAVAILABLE,
    FAULTED
}
