package org.ohmstead.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationRef;

/**
 * A command as it is kept.
 *
 * @param version   that it was meant for; null: the station was never connected
 * @param payload   of the request, without secrets; of one that waits with the link to a file that it is to be sent with
 * @param by        who sent it
 * @param patience  how long the station may take to answer
 * @param expiresAt until when it may leave; null: it does not wait for its station
 * @param sentAt    when it left; null: it has not
 * @param result    what came of it; null: it has not ended
 */
public record StoredCommand(
        long id,
        StationRef station,
        String action,
        @Nullable OcppVersion version,
        JsonNode payload,
        Actor by,
        State state,
        Duration patience,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant sentAt,
        @Nullable CommandResult result) {

    /** How far a command has come; the words of the API are these in small letters. */
    @Schema(name = "CommandState")
    public enum State {
        /** It waits for its station. */
        QUEUED,
        /** It has left, and its answer is waited for. */
        SENT,
        /** Its outcome is known. */
        ENDED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The same in the words of whoever sends it. */
    Command command() {
        return new Command(station.identity(), action, payload, patience);
    }

    StoredCommand with(CommandResult ended) {
        return new StoredCommand(
                id, station, action, version, payload, by, state, patience, createdAt, expiresAt, sentAt, ended);
    }

    /** Whether its outcome is known. */
    public boolean hasEnded() {
        return result != null;
    }
}
