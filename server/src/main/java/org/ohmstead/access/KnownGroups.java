package org.ohmstead.access;

import org.ohmstead.db.Scope;

/** Which groups of stations there are; told by the slice that has them. */
@FunctionalInterface
public interface KnownGroups {
    /** Whether there is such a group within a scope. */
    boolean has(Scope scope, long group);
}
