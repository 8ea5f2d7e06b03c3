package org.ohmstead.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;

/**
 * What became of a command.
 *
 * @param version    that it was meant for; null: the station was never connected
 * @param how        the outcome
 * @param response   what the station answered; only with ANSWERED
 * @param errorCode  of its CALLERROR, as it came; only with REFUSED and NOT_SUPPORTED
 * @param text       its error description, or why there is no answer; null: nothing to say
 * @param details    of its CALLERROR
 * @param deviations where its answer differs from the schema and was read all the same
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
        @Nullable String errorCode,
        @Nullable String text,
        @Nullable JsonNode details,
        List<String> deviations,
        Instant acceptedAt,
        Instant endedAt,
        @Nullable Long tookMillis) {

    /** The outcomes of a command; the words of the API are these in camelCase. */
    @Schema(name = "CommandOutcome")
    public enum How {
        ANSWERED("answered"),
        /** The station answered with a CALLERROR. */
        REFUSED("refused"),
        /** It did not answer in time; whether it did what it was told is not known. */
        TIMED_OUT("timedOut"),
        /** It is not connected, or went away before it answered. */
        NOT_CONNECTED("notConnected"),
        /** Its version has no such action, or it says that it cannot do it. */
        NOT_SUPPORTED("notSupported");

        private final String word;

        How(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
