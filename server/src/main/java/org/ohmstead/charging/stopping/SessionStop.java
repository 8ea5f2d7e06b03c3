package org.ohmstead.charging.stopping;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.commands.CommandResult;

/**
 * That a station was told, or was to be told, to stop a session.
 *
 * @param action  of the command
 * @param result  what became of it; null: {@code refusal} says why it was not sent
 * @param over    it was refused, because there is nothing to stop any more
 */
record SessionStop(
        ChargingSession session,
        String action,
        @Nullable CommandResult result,
        @Nullable String refusal,
        boolean over) {

    SessionStop(ChargingSession session, String action, @Nullable CommandResult result, @Nullable String refusal) {
        this(session, action, result, refusal, false);
    }

    /** The same, where the session has turned out to be over. */
    SessionStop alreadyOver() {
        return new SessionStop(session, action, result, refusal, true);
    }

    /** Whether the station has answered that it does not stop it. */
    boolean rejected() {
        return "Rejected".equals(status());
    }

    /** The station's word; null: it said none. */
    @Nullable
    String status() {
        JsonNode response = result == null ? null : result.response();
        return response == null || !response.path("status").isTextual()
                ? null
                : response.path("status").asText();
    }

    /** Whether the station said that it stops it, so that a stop of its own follows, or has none that runs. */
    boolean accepted() {
        return over || "Accepted".equals(status());
    }

    String outcome() {
        return result == null ? "notSent" : result.how().word();
    }

    /** Why there is no answer, or the station's error; null: there is an answer. */
    @Nullable
    String text() {
        return result == null ? refusal : result.text();
    }
}
