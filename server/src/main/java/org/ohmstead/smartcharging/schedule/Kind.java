package org.ohmstead.smartcharging.schedule;

/** What the times of a schedule count from (behaviour 7.3). */
public enum Kind {
    /** A moment. */
    ABSOLUTE,
    /** A moment, and each day or week after it. */
    RECURRING,
    /** When the EVSE was ready to deliver energy to this EV. */
    RELATIVE,
    /** When its one period was last updated (K28). */
    DYNAMIC
}
