package org.ohmstead.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult;

/**
 * What the end of a command comes to.
 *
 * @param status of the station's answer, as it wrote it; null: none
 * @param note   what the station says beside it, or why there is no answer; null: nothing
 */
public record Reply(
        Kind kind, @Nullable String status, @Nullable String note) {
    /** How much is known. */
    public enum Kind {
        /** The station has answered, perhaps with an error. */
        SAID,
        /** It left, and nobody knows what the station made of it. */
        UNKNOWN,
        /** It never left. */
        NEVER_LEFT
    }

    public static Reply of(CommandResult result) {
        JsonNode answer = result.response();
        return switch (result.how()) {
            case ANSWERED -> new Reply(Kind.SAID, text(answer, "status"), words(answer));
            case REFUSED -> new Reply(Kind.SAID, null, error(result));
            case NOT_SUPPORTED -> new Reply(result.sent() ? Kind.SAID : Kind.NEVER_LEFT, null, error(result));
            case TIMED_OUT, CONNECTION_LOST -> new Reply(Kind.UNKNOWN, null, error(result));
            case NOT_CONNECTED, BUSY, EXPIRED, CANCELLED -> new Reply(Kind.NEVER_LEFT, null, error(result));
        };
    }

    private static String error(CommandResult result) {
        String words = join(Stream.of(result.errorCode(), result.text()));
        return words == null ? result.how().word() : words;
    }

    private static @Nullable String words(@Nullable JsonNode answer) {
        JsonNode info = answer == null ? null : answer.path("statusInfo");
        return join(Stream.of(text(info, "reasonCode"), text(info, "additionalInfo")));
    }

    private static @Nullable String join(Stream<@Nullable String> parts) {
        String joined = parts.filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(": "));
        return joined.isEmpty() ? null : joined;
    }

    private static @Nullable String text(@Nullable JsonNode node, String field) {
        return node != null && node.path(field).isTextual() ? node.path(field).asText() : null;
    }
}
