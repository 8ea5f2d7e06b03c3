package org.ohmstead.displaymessages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text on the display of a station, and how it came or failed to come there.
 *
 * @param id         by which the station knows it
 * @param message    as MessageInfo of OCPP 2.x has it: as it was sent, or as the station reported it
 * @param shown      whether the station has it; null: not known, because it did not answer
 * @param last       what became of the last command about it; null: nobody sent one, the station told of it by itself
 * @param changedAt  when any of this was last written
 * @param reportedAt when the station last reported it; null: never
 */
record DisplayMessage(
        long id,
        ObjectNode message,
        @Nullable Boolean shown,
        @Nullable Told last,
        Instant changedAt,
        @Nullable Instant reportedAt) {
    /** With what became of a command about it. */
    DisplayMessage told(@Nullable Told other) {
        return new DisplayMessage(id, message, shown, other, changedAt, reportedAt);
    }

    /**
     * A command about a message.
     *
     * @param action  SetDisplayMessage or ClearDisplayMessage
     * @param outcome of the command, as {@link org.ohmstead.commands.CommandResult.How} has it
     * @param said    the station's word in its answer; null: there is none
     * @param actor   who sent it
     */
    record Told(String action, String outcome, @Nullable String said, String actor) {}
}
