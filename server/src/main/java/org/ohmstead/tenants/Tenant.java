package org.ohmstead.tenants;

/**
 * A party of an installation.
 *
 * @param slug its name in URLs: {@code /ocpp/{slug}/{identity}}
 * @param name for people
 */
public record Tenant(long id, String slug, String name) {
    /** The one that every installation has; the first migration makes it. */
    public static final Tenant DEFAULT = new Tenant(1, "default", "Default");
}
