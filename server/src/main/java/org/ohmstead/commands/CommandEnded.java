package org.ohmstead.commands;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * The outcome of a command is known.
 *
 * @param command its id
 * @param outcome a word of {@link CommandResult.How}
 * @param said    the status in the station's answer; null: it has none
 * @param text    why there is no answer, or the station's error; null: there is an answer
 */
public record CommandEnded(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long command,
        String action,
        String actor,
        String outcome,
        @Nullable String said,
        @Nullable String text)
        implements Event {
    @Override
    @JsonIgnore
    public String kind() {
        return outcome.equals(CommandResult.How.ANSWERED.word()) ? "command.answered" : "command.failed";
    }
}
