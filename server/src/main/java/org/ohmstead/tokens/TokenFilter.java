package org.ohmstead.tokens;

import org.jspecify.annotations.Nullable;

/**
 * Which tokens of a list; null: any.
 *
 * @param search  part of the value or the note, without case
 * @param group   exactly this one, without case
 * @param blocked only blocked, or only unblocked ones
 */
public record TokenFilter(
        @Nullable String search,
        @Nullable String group,
        @Nullable Boolean blocked) {}
