package org.ohmstead.reports;

import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A command that is answered by a report in pages, and how far that is.
 *
 * @param station      identity
 * @param command      its number
 * @param action       the command, such as {@code GetBaseReport}
 * @param reportAction the message that brings the pages
 * @param request      the requestId of both
 * @param wanted       what was asked for, in short; null: nothing in particular
 * @param status       how far it is
 * @param reason       why not, as the station says
 * @param by           who asked
 * @param answeredAt   when the command ended; null: it has not
 * @param report       the report whose pages came; null: none has come
 */
public record ReportRequest(
        long id,
        String station,
        long command,
        String action,
        String reportAction,
        int request,
        @Nullable String wanted,
        Status status,
        @Nullable String reason,
        String by,
        Instant askedAt,
        @Nullable Instant answeredAt,
        @Nullable Pages report) {

    /** What has come of the report. @param completedAt null: pages are missing */
    public record Pages(
            long id, int count, Instant lastAt, @Nullable Instant completedAt) {}

    /** How far a request is; the words of the API are these in camelCase. */
    @Schema(name = "ReportRequestStatus")
    public enum Status {
        /** It has left, and the station has not answered. */
        REQUESTED,
        /** The station makes a report, of which no page has come yet. */
        ACCEPTED,
        /** Some of its pages have come. */
        RECEIVING,
        /** All of its pages have come. */
        COMPLETE,
        /** The station has nothing to report. */
        EMPTY,
        /** The station makes none. */
        REFUSED,
        /** No answer came, or no page for so long that what is missing is lost. Ask again. */
        TIMED_OUT,
        /** It did not leave. */
        NOT_SENT;

        public String word() {
            String[] parts = name().toLowerCase(Locale.ROOT).split("_");
            return parts.length == 1
                    ? parts[0]
                    : parts[0] + parts[1].substring(0, 1).toUpperCase(Locale.ROOT) + parts[1].substring(1);
        }

        static Status of(String word) {
            for (Status each : values()) {
                if (each.word().equals(word)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("there is no status " + word);
        }
    }

    /** As it is now, by what has come of the report. @param lateBefore what was heard of last before that is late */
    ReportRequest asOf(Instant lateBefore) {
        Status now =
                switch (status) {
                    case EMPTY, REFUSED, NOT_SENT -> report == null ? status : progress(lateBefore);
                    case REQUESTED, ACCEPTED, RECEIVING, COMPLETE, TIMED_OUT -> progress(lateBefore);
                };
        return new ReportRequest(
                id,
                station,
                command,
                action,
                reportAction,
                request,
                wanted,
                now,
                reason,
                by,
                askedAt,
                answeredAt,
                report);
    }

    private Status progress(Instant lateBefore) {
        if (report != null) {
            return report.completedAt() != null
                    ? Status.COMPLETE
                    : report.lastAt().isBefore(lateBefore) ? Status.TIMED_OUT : Status.RECEIVING;
        }
        Instant heard = answeredAt == null ? askedAt : answeredAt;
        return status != Status.TIMED_OUT && heard.isBefore(lateBefore) ? Status.TIMED_OUT : status;
    }
}
