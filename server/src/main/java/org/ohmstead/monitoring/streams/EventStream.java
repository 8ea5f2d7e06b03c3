package org.ohmstead.monitoring.streams;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.monitoring.places.MonitoredVariable;

/**
 * A stream that a station has opened.
 *
 * @param id       ours; a station uses its number again
 * @param number   the station's
 * @param monitor  number of the monitor whose values it carries
 * @param variable that the monitor watches; null: the monitor is not known
 * @param pending  how many values waited at the station at the latest message; null: none has come
 * @param lastAt   when the latest values came; null: none have
 * @param closedAt null: it is open
 * @param closedBy a word of {@link End}; null: it is open
 */
record EventStream(
        long id,
        long number,
        long monitor,
        @Nullable MonitoredVariable variable,
        Pace pace,
        @Nullable Long pending,
        Instant openedAt,
        @Nullable Instant lastAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy) {

    /**
     * How its values come; null: not limited so.
     *
     * @param interval seconds between messages
     * @param values   gathered for a message
     */
    public record Pace(@Nullable Long interval, @Nullable Long values) {}

    /** Why a stream has ended. */
    enum End {
        /** The station says so. */
        STATION("station"),
        /** The station has booted, which no stream survives. */
        BOOT("boot"),
        /** Its monitor was removed. */
        MONITOR_REMOVED("monitor-removed"),
        /** The station has opened another one under its number. */
        REPLACED("replaced"),
        /** The station, asked for its streams, does not know it. */
        NOT_LISTED("not-listed");

        private final String word;

        End(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
