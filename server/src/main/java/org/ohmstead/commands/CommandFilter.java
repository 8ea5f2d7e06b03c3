package org.ohmstead.commands;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which commands a list shows; null: all.
 *
 * @param station its id
 * @param actor   as {@link org.ohmstead.access.Actor#word} has it
 * @param from    sent to us then or later
 * @param to      sent to us before
 */
public record CommandFilter(
        @Nullable Long station,
        @Nullable String action,
        StoredCommand.@Nullable State state,
        CommandResult.@Nullable How outcome,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final CommandFilter ALL = new CommandFilter(null, null, null, null, null, null, null);
}
