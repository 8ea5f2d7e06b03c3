package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/** Component. */
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
