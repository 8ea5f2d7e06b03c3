package org.ohmstead.diagnostics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * That a station was asked for a log, and what came of it.
 *
 * @param number the requestId, where its version of OCPP has one
 * @param by     the word of who asked
 */
public record LogRequest(
        long id,
        StationRef station,
        int number,
        Wanted wanted,
        Sent sent,
        Progress progress,
        String by,
        Instant createdAt) {

    /**
     * Which log.
     *
     * @param from    oldest entry; null: from the beginning
     * @param to      latest entry; null: until now
     * @param retries how often the station tries again; null: it decides
     * @param retrySeconds between two tries; null: it decides
     */
    public record Wanted(
            LogKind kind,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer retries,
            @Nullable Integer retrySeconds) {}

    /**
     * How it was told.
     *
     * @param link    by which it leaves the file; null: elsewhere
     * @param command its number; null: none has left yet
     */
    public record Sent(
            String action, @Nullable Long link, @Nullable Long command) {}

    /**
     * How far it has come.
     *
     * @param status   the last word of the station; null: none yet
     * @param reason   why it was refused, or has failed; null: nothing to say
     * @param fileName as the station calls it
     * @param file     that came; null: none yet, or it is gone
     * @param endedAt  null: it goes on
     */
    public record Progress(
            LogState state,
            @Nullable String status,
            @Nullable String reason,
            @Nullable String fileName,
            @Nullable Long file,
            Instant updatedAt,
            @Nullable Instant endedAt) {

        static Progress begun(Instant now) {
            return new Progress(LogState.REQUESTED, null, null, null, null, now, null);
        }

        Progress to(LogState next, @Nullable String why, Instant now) {
            return new Progress(next, status, why, fileName, file, now, next.isEnd() ? now : null);
        }

        Progress said(@Nullable String word, Instant now) {
            return new Progress(state, word, reason, fileName, file, now, endedAt);
        }

        Progress named(@Nullable String name) {
            return new Progress(state, status, reason, name == null ? fileName : name, file, updatedAt, endedAt);
        }

        Progress with(long came) {
            return new Progress(state, status, reason, fileName, came, updatedAt, endedAt);
        }
    }

    LogRequest with(Progress next) {
        return new LogRequest(id, station, number, wanted, sent, next, by, createdAt);
    }

    LogRequest with(Sent next) {
        return new LogRequest(id, station, number, wanted, next, progress, by, createdAt);
    }

    LogState state() {
        return progress.state();
    }
}
