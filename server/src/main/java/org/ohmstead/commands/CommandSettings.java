package org.ohmstead.commands;

import java.time.Duration;

/**
 * What is kept of commands.
 *
 * @param queue     how many may wait for a station that is not connected
 * @param retention how long they are kept after their end
 */
public record CommandSettings(int queue, Duration retention) {
    public static CommandSettings defaults() {
        return new CommandSettings(100, Duration.ofDays(90));
    }
}
