package org.ohmstead.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.ocpp.OcppVersion;

/**
 * What became of a command.
 *
 * @param version    that it was meant for; null: the station was never connected
 * @param how        the outcome
 * @param response   what the station answered, as it was understood; as it came where it breaks the schema; only with
 *                   ANSWERED. Null also where the answer had no payload, or none that is JSON
 * @param raw        what the station answered, as it came; null where that differs from nothing that the schema allows
 * @param errorCode  of its CALLERROR, as it came; only with REFUSED and NOT_SUPPORTED
 * @param text       its error description, or why there is no answer; null: nothing to say
 * @param details    of its CALLERROR
 * @param deviations where its answer differs from the schema
 * @param note       what is not plain from the outcome, for people; null: nothing
 * @param acceptedAt when the command came to us
 * @param endedAt    when its outcome was known
 * @param tookMillis from its leaving to the answer's coming; null: no answer came
 */
public record CommandResult(
        String station,
        String action,
        @Nullable OcppVersion version,
        How how,
        @Nullable JsonNode response,
        @Nullable String raw,
        @Nullable String errorCode,
        @Nullable String text,
        @Nullable JsonNode details,
        List<String> deviations,
        @Nullable String note,
        Instant acceptedAt,
        Instant endedAt,
        @Nullable Long tookMillis) {

    /** The outcomes of a command; the words of the API are these in camelCase. */
    @Schema(name = "CommandOutcome")
    public enum How {
        /** The station said something that is no refusal, even if it breaks the schema. */
        ANSWERED("answered"),
        /** The station answered with a CALLERROR. */
        REFUSED("refused"),
        /** It was sent, and no answer came in time; whether the station did what it was told is not known. */
        TIMED_OUT("timedOut"),
        /** It was sent, and the connection went before the answer came; whether the station did it is not known. */
        CONNECTION_LOST("connectionLost"),
        /** It was never sent: the station is not connected, or went away before the command had its turn. */
        NOT_CONNECTED("notConnected"),
        /** Its version has no such action, so that it was never sent; or the station says, with an error code, that it cannot. */
        NOT_SUPPORTED("notSupported"),
        /** It was never sent: too many others waited for the station. */
        BUSY("busy"),
        /** It was never sent: the station did not come as long as it was to wait. */
        EXPIRED("expired"),
        /** It was never sent: somebody has called it off. */
        CANCELLED("cancelled");

        private final String word;

        How(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static How of(String word) {
            return find(word).orElseThrow(() -> new IllegalArgumentException("there is no outcome " + word));
        }

        /** @throws Refused invalid */
        public static @Nullable How ofParameter(@Nullable String word) {
            return word == null
                    ? null
                    : find(word)
                            .orElseThrow(() -> Refused.invalid(
                                    "outcome",
                                    "outcome is '" + word + "'; allowed are "
                                            + Arrays.stream(values())
                                                    .map(How::word)
                                                    .collect(Collectors.joining(", "))
                                            + "."));
        }

        private static Optional<How> find(String word) {
            return Arrays.stream(values()).filter(how -> how.word.equals(word)).findFirst();
        }
    }

    /** Whether the command left for the station. */
    public boolean sent() {
        return switch (how) {
            case ANSWERED, REFUSED, TIMED_OUT, CONNECTION_LOST -> true;
            case NOT_CONNECTED, BUSY, EXPIRED, CANCELLED -> false;
            case NOT_SUPPORTED -> errorCode != null;
        };
    }
}
