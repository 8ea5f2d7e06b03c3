package org.ohmstead.commands.bulk;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;

/**
 * One command for many stations.
 *
 * @param by      who sent it
 * @param endedAt null: it has not
 */
record BulkCommand(
        long id,
        Actor by,
        BulkOrder order,
        State state,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** How far it is; the words of the API are these in small letters. */
    @Schema(name = "BulkCommandState")
    enum State {
        /** Stations have their turn, one after the other. */
        RUNNING,
        /** It is to stop: those that have their turn are waited for. */
        STOPPING,
        /** All have had their turn. */
        ENDED,
        /** It was stopped; some had no turn. */
        STOPPED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    long tenant() {
        return by.tenant();
    }

    /**
     * How many stations are how far.
     *
     * @param total    all of them
     * @param done     those that have had their turn
     * @param refused  of these, those that became no command
     * @param open     of these, those whose command waits for its station, or has no answer yet
     * @param outcomes of these, by the outcomes of their commands
     */
    record Progress(int total, int done, int refused, int open, Map<String, Integer> outcomes) {}

    /**
     * One station of it.
     *
     * @param place   from 1, in the order of their turns
     * @param command that it became; null: none, or not yet
     * @param state   of the command
     * @param outcome of the command; null: it has not ended
     * @param status  of the station's answer
     * @param refusal why it became none
     * @param doneAt  null: it has not had its turn
     */
    record OfStation(
            int place,
            String station,
            @Nullable Long command,
            @Nullable String state,
            @Nullable String outcome,
            @Nullable String status,
            @Nullable String text,
            @Nullable String refusal,
            @Nullable Instant doneAt) {}
}
