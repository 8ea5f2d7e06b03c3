package org.ohmstead.devicemodel;

import org.jspecify.annotations.Nullable;

/**
 * What a station has told of a value.
 *
 * @param value null: none, or one that must not be kept
 */
public record Told(Address address, @Nullable String value, Traits traits) {
    public Told {
        value = value == null || address.isSecret() ? null : value.replace("\0", "");
    }
}
