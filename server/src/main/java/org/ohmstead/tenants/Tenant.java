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

    /** In place of a tenant's number with what belongs to none: the installation's administrators, and what they did. */
    public static final long INSTALLATION = 0;

    /** All that it has. */
    public Scope scope() {
        return Scope.tenant(id);
    }

    /** Whether it is the one that stations reach without naming a tenant. */
    public boolean isDefault() {
        return id == DEFAULT.id();
    }
}
