package org.ohmstead.drivers;

import org.jspecify.annotations.Nullable;

/**
 * Which drivers of a list; null: any.
 *
 * @param search part of the name, the e-mail address or the phone number, without case
 * @param token  number of a token that is theirs
 */
public record DriverFilter(
        @Nullable String search,
        @Nullable Long company,
        @Nullable Long token) {}
