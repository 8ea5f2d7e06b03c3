package org.ohmstead.simulator.station.authorization;

import org.jspecify.annotations.Nullable;

/**
 * What a driver identifies with.
 *
 * @param kind  its type in 2.x, such as {@code ISO14443}; 1.6 knows none
 * @param group its group or parent as the CSMS told; null: none, or unknown
 */
public record Token(String value, String kind, @Nullable String group) {
    public Token(String value) {
        this(value, "ISO14443", null);
    }

    public Token withGroup(@Nullable String group) {
        return new Token(value, kind, group);
    }

    /** Whether it may stop what the other one started (C09, E07; 1.6 §4.2). */
    public boolean mayStop(Token starter) {
        boolean same = value.equalsIgnoreCase(starter.value);
        return same || (group != null && group.equalsIgnoreCase(starter.group));
    }
}
