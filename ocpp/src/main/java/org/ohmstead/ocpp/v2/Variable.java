package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/** Variable. */
public record Variable(
        @MaxLength(50) String name,
        @MaxLength(50) @Nullable String instance,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public Variable(String name, @Nullable String instance) {
        this(name, instance, null);
    }
    /** What the specification requires; the rest absent. */
    public Variable(String name) {
        this(name, null, null);
    }
}
