package org.ohmstead.commands;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A command with how it is to be sent.
 *
 * @param waiting how long whoever sends it waits for its end; it goes on behind that
 * @param ttl  how long it may wait for a station that is not connected; null: it does not
 * @param key  an Idempotency-Key: with the same one it is sent once a day at most; null: none
 */
public record CommandOrder(
        Command command,
        Duration waiting,
        @Nullable Duration ttl,
        @Nullable String key) {}
