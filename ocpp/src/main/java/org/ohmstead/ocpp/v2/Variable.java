package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * A variable of a component in the device model; compared without regard to case.
 *
 * @param name     name, preferably a standard one
 * @param instance which one, if there are several of the name
 */
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
