package org.ohmstead.tenants;

import org.ohmstead.db.Scope;

/**
 * A party of an installation.
 *
 * @param slug its name in URLs: {@code /ocpp/{slug}/{identity}}
 * @param name for people
 */
public record Tenant(long id, String slug, String name) {
    /** The one that every installation has; the first migration makes it. */
    public static final Tenant DEFAULT = new Tenant(1, "default", "Default");

    /** All that it has. */
    public Scope scope() {
        return Scope.tenant(id);
    }
}
