package org.ohmstead.commands.verbs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.StoredCommand;

/**
 * What came of a verb so far.
 *
 * @param command that it became
 */
public record VerbResult(StoredCommand command) {
    private static final String ACCEPTED = "Accepted";

    /** Null: it waits for its station, or the station for longer than whoever asked. */
    public @Nullable How how() {
        CommandResult result = command.result();
        return result == null ? null : result.how();
    }

    /** What the station answered; missing where it has not. */
    public JsonNode response() {
        CommandResult result = command.result();
        return result == null || result.response() == null ? MissingNode.getInstance() : result.response();
    }

    /** The status of its answer, as the station wrote it; null: it has not answered, or without one. */
    public @Nullable String status() {
        JsonNode status = response().path("status");
        return status.isTextual() ? status.asText() : null;
    }

    /** Whether the station has answered that it will. */
    public boolean isAccepted() {
        return ACCEPTED.equals(status());
    }
}
