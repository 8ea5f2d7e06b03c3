package org.ohmstead.firmware.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * That a local controller was told to publish firmware.
 *
 * @param number   the requestId
 * @param image    which one
 * @param command  of PublishFirmware; null: none has left
 * @param by       the word of who ordered it
 */
record Publication(
        long id,
        StationRef station,
        int number,
        Image image,
        @Nullable Long command,
        Progress progress,
        String by,
        Instant createdAt) {

    /**
     * An image.
     *
     * @param file     of ours; null: it lies elsewhere, or is gone
     * @param link     by which the controller loads it; null: it lies elsewhere
     * @param location without a secret
     * @param md5      in hexadecimal digits, by which the controller knows it
     */
    record Image(@Nullable Long file, @Nullable Long link, String location, String md5) {}

    /**
     * How far it has come.
     *
     * @param status  the controller's last word
     * @param places  where it says that stations find it
     * @param endedAt null: it goes on
     */
    record Progress(
            PublicationState state,
            @Nullable String status,
            @Nullable String reason,
            @Nullable JsonNode places,
            Instant updatedAt,
            @Nullable Instant endedAt) {
        static Progress begun(Instant now) {
            return new Progress(PublicationState.REQUESTED, null, null, null, now, null);
        }

        Progress to(PublicationState next, @Nullable String why, Instant now) {
            return new Progress(next, status, why, places, now, next.isEnd() ? now : null);
        }

        Progress said(String word, @Nullable JsonNode found, Instant now) {
            return new Progress(state, word, reason, found == null ? places : found, now, endedAt);
        }
    }

    Publication with(Progress next) {
        return new Publication(id, station, number, image, command, next, by, createdAt);
    }

    Publication with(long sent) {
        return new Publication(id, station, number, image, sent, progress, by, createdAt);
    }

    PublicationState state() {
        return progress.state();
    }
}
