package org.ohmstead.ocpp.v2;

/**
 * How much a message comes to the fore: AlwaysFront takes the place of all others, InFront of those that merely take
 * turns.
 */
public enum MessagePriority {
    AlwaysFront,
    InFront,
    NormalCycle
}
