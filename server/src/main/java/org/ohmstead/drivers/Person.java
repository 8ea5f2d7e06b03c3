package org.ohmstead.drivers;

import org.jspecify.annotations.Nullable;

/**
 * Whom an invoice is for, and how they are reached: a driver or a company.
 *
 * @param address   several lines, as they stand on an envelope
 * @param vatNumber of those who have one
 * @param language  tag of RFC 5646; null: the organisation's
 */
public record Person(
        String name,
        @Nullable String email,
        @Nullable String address,
        @Nullable String vatNumber,
        @Nullable String language) {

    /** Without all that tells who it was. @param name in its place */
    Person erased(String name) {
        return new Person(name, null, null, null, language);
    }
}
