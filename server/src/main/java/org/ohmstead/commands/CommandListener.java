package org.ohmstead.commands;

import java.util.Set;
import org.ohmstead.db.lanes.Tx;

/**
 * A slice that keeps what commands of some actions do to a station, by whatever way they were sent. It is told within the unit of
 * work that keeps the command, so both are on disk or neither is: nothing but SQL, and it may be done again. A bean that
 * implements it is found by itself.
 */
public interface CommandListener {
    /** Names of the actions that it wants to know of, as in the catalogue. */
    Set<String> actions();

    /** A command waits for its station. It may leave more than once, where the station goes away just then. */
    default void queued(Tx tx, StoredCommand command) {}

    /** A command is about to leave. What the station reports of it may come before its answer. */
    default void leaves(Tx tx, StoredCommand command) {}

    /**
     * A command has ended, whether it left or not.
     *
     * @param command with its payload as it is kept: passwords and keys are masked
     * @param result  what came of it
     */
    void ended(Tx tx, StoredCommand command, CommandResult result);
}
