package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;

/**
 * A variable of a component, or all of them.
 *
 * @param component component of the device model
 * @param variable  variable meant; absent: every one of the component
 */
public record ComponentVariable(
        Component component,
        @Nullable Variable variable,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public ComponentVariable(Component component, @Nullable Variable variable) {
        this(component, variable, null);
    }
    /** What the specification requires; the rest absent. */
    public ComponentVariable(Component component) {
        this(component, null, null);
    }
}
