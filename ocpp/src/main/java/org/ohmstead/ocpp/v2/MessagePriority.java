package org.ohmstead.ocpp.v2;

/** Message Priority. */
public enum MessagePriority {
    AlwaysFront,
    InFront,
    NormalCycle
}
