package org.ohmstead.commands.verbs;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.Command;
import org.ohmstead.commands.CommandOrder;
import org.ohmstead.commands.Wait;

/** How a command is sent, as whoever asks for it writes it; null: as usual. */
public record SendOptions(
        @Parameter(
                description =
                        "How long the answer of this request waits for the command's end, from 1ms to 5m; the command"
                                + " itself goes on. Default: 30s")
        @QueryParam("wait")
        @Nullable
        String waiting,

        @Parameter(
                description =
                        "How long the station may take to answer, from 1ms to 5m. Default: as long as wait, and 30s at"
                                + " least")
        @QueryParam("timeout")
        @Nullable
        String patience,

        @Parameter(
                description =
                        "How long it may wait for a station that is not connected, from 1s to 30d; then it is sent when"
                                + " the station is there, behind those that wait already. Absent: it does not wait")
        @QueryParam("ttl")
        @Nullable
        String ttl,

        @Parameter(
                description =
                        "Up to 100 characters, chosen by you: with the same one, the same command is sent once within a"
                                + " day, and its outcome shown again")
        @HeaderParam("Idempotency-Key")
        @Nullable
        String key) {

    private static final int LONGEST_KEY = 100;

    /** At once or not at all, with the usual patience. */
    public static final SendOptions USUAL = new SendOptions(null, null, null, null);

    /** @throws Refused invalid naming the one that is not allowed */
    public CommandOrder order(String station, String action, @Nullable JsonNode payload) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Refused.invalid(
                    "Idempotency-Key",
                    "Idempotency-Key has " + key.length() + " characters; allowed are 1 to " + LONGEST_KEY + ".");
        }
        Duration wait = Wait.of("wait", waiting);
        Duration timeout =
                patience == null ? Wait.USUAL.compareTo(wait) > 0 ? Wait.USUAL : wait : Wait.of("timeout", patience);
        return new CommandOrder(
                new Command(station, action, payload, timeout), wait, ttl == null ? null : Wait.ttl(ttl), key);
    }

    /**
     * The same for one of several commands that a request leads to, each with a key of its own, so that a repetition finds each
     * again.
     *
     * @param number from 0; the first has the key itself
     */
    public SendOptions part(int number) {
        if (number == 0 || key == null || key.isBlank()) {
            return this;
        }
        String own = key + "/" + (number + 1);
        return new SendOptions(waiting, patience, ttl, own.length() > LONGEST_KEY ? RandomSecrets.hash(own) : own);
    }

    /** The same for one of several commands that a request leads to: a key stands for one command only. */
    public SendOptions withoutKey() {
        return new SendOptions(waiting, patience, ttl, null);
    }
}
