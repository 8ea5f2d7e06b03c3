package org.ohmstead.remote.starts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ohmstead.tokens.Token;

/**
 * What an event says of a session, as far as it tells to which remote start it belongs.
 *
 * @param isNew       whether it has just begun; a token tells nothing of one that runs already
 * @param began       by our clock where the station was online
 * @param remoteStart the number that the station names
 */
record SessionSign(
        long session,
        boolean isNew,
        @Nullable Integer evse,
        @Nullable String token,
        Instant began,
        @Nullable Long remoteStart,
        String transaction) {

    static SessionSign of(JsonNode session, boolean isNew) {
        String began = session.path("offline").asBoolean()
                ? session.path("startedAt").asText()
                : session.path("receivedAt").asText();
        return new SessionSign(
                session.path("id").asLong(),
                isNew,
                session.path("evse").isInt() ? session.path("evse").asInt() : null,
                session.path("token").isTextual() ? session.path("token").asText() : null,
                Instant.parse(began),
                session.path("remoteStartNumber").isIntegralNumber()
                        ? session.path("remoteStartNumber").asLong()
                        : null,
                session.path("transactionId").asText());
    }

    /**
     * The remote start that led to it: by its number, by the transaction that the station's answer names, or by token, EVSE and
     * time where the station says no number.
     *
     * @param waiting the newest first
     * @param key     under which sessions with a token stand, whatever of its values was sent
     */
    Optional<RemoteStart> among(List<RemoteStart> waiting, Window window, UnaryOperator<String> key) {
        if (remoteStart != null) {
            Optional<RemoteStart> numbered = waiting.stream()
                    .filter(start -> remoteStart.equals(start.wanted().number()))
                    .findFirst();
            if (numbered.isPresent()) {
                return numbered;
            }
        }
        Optional<RemoteStart> named = waiting.stream()
                .filter(start -> transaction.equals(start.transaction()))
                .findFirst();
        if (named.isPresent() || !isNew || token == null || remoteStart != null) {
            return named;
        }
        String own = Token.key(token);
        return waiting.stream()
                .filter(start -> start.wanted().isAt(evse) && window.has(start, began))
                .filter(start -> key.apply(start.wanted().token()).equals(own))
                .findFirst();
    }

    /** When a session begins that a remote start has led to. */
    @FunctionalInterface
    interface Window {
        boolean has(RemoteStart start, Instant began);
    }
}
