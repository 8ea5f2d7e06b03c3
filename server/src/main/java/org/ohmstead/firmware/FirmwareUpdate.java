package org.ohmstead.firmware;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * That a station was told to update its firmware, and what came of it.
 *
 * @param number   the requestId, where its version of OCPP has one
 * @param campaign that it is part of; null: none
 * @param by       the word of who ordered it
 */
public record FirmwareUpdate(
        long id,
        StationRef station,
        int number,
        @Nullable Long campaign,
        Order order,
        Sent sent,
        Progress progress,
        String by,
        Instant createdAt) {

    /**
     * What it is told.
     *
     * @param image       where it lies
     * @param retrieveAt  earliest time of the download
     * @param installAt   earliest time of the installation; null: at once
     * @param retries     how often the station tries again; null: it decides
     * @param retrySeconds between two tries; null: it decides
     * @param signature   null: unsigned
     */
    public record Order(
            Image image,
            Instant retrieveAt,
            @Nullable Instant installAt,
            @Nullable Integer retries,
            @Nullable Integer retrySeconds,
            @Nullable Signature signature) {}

    /**
     * Where an image lies.
     *
     * @param file     of ours; null: it lies elsewhere, or is gone
     * @param location of an image elsewhere; of one of ours the link without its secret
     */
    public record Image(@Nullable Long file, String location) {}

    /**
     * What shows that the image is its maker's (L01).
     *
     * @param value       base64
     * @param certificate PEM
     */
    public record Signature(String value, String certificate) {}

    /**
     * How it was told.
     *
     * @param link    by which it loads the image; null: it lies elsewhere
     * @param command its number; null: none has left yet
     */
    public record Sent(
            String action, @Nullable Long link, @Nullable Long command) {}

    /**
     * How far it has come.
     *
     * @param status  the last word of the station; null: none yet
     * @param reason  why it was refused, or has failed; null: nothing to say
     * @param before  the firmware that the station had; null: not known
     * @param after   that it told when it booted since; null: it did not
     * @param endedAt null: it goes on
     */
    public record Progress(
            UpdateState state,
            @Nullable String status,
            @Nullable String reason,
            @Nullable String before,
            @Nullable String after,
            Instant updatedAt,
            @Nullable Instant endedAt) {

        static Progress begun(@Nullable String firmware, Instant now) {
            return new Progress(UpdateState.REQUESTED, null, null, firmware, null, now, null);
        }

        Progress to(UpdateState next, @Nullable String why, Instant now) {
            return new Progress(next, status, why, before, after, now, next.isEnd() ? now : null);
        }

        Progress said(String word, Instant now) {
            return new Progress(state, word, reason, before, after, now, endedAt);
        }

        Progress booted(String firmware, Instant now) {
            return new Progress(state, status, reason, before, firmware, now, endedAt);
        }
    }

    FirmwareUpdate with(Progress next) {
        return new FirmwareUpdate(id, station, number, campaign, order, sent, next, by, createdAt);
    }

    FirmwareUpdate with(Sent next) {
        return new FirmwareUpdate(id, station, number, campaign, order, next, progress, by, createdAt);
    }

    public UpdateState state() {
        return progress.state();
    }
}
