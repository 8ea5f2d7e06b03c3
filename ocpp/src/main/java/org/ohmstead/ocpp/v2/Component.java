package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * A physical or logical part of the station in the device model; compared without regard to case.
 *
 * @param name     name, preferably a standard one
 * @param evse     EVSE or connector that it belongs to; absent: the station
 * @param instance which one, if there are several of the name
 */
public record Component(
        @MaxLength(50) String name,
        @Nullable Evse evse,
        @MaxLength(50) @Nullable String instance,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public Component(String name, @Nullable Evse evse, @Nullable String instance) {
        this(name, evse, instance, null);
    }
    /** What the specification requires; the rest absent. */
    public Component(String name) {
        this(name, null, null, null);
    }
}
