package org.ohmstead.smartcharging.schedule;

/** By which rules profiles push each other aside (behaviour 7.2). */
public enum StackRules {
    /** The same id, or the same purpose, level and place, replaces. A default of a connector hides those of connector 0. */
    OCPP_16,
    /** The same id replaces; what competes for the same slot at the same time is refused. */
    OCPP_2
}
