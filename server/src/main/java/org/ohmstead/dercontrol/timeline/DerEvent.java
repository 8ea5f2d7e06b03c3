package org.ohmstead.dercontrol.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a control.
 *
 * @param station    identity
 * @param controlId  null: an alarm
 * @param type       DERControl of OCPP 2.1 that the alarm is of; null: no alarm
 * @param fault      what happened in the grid; null: not told, or no alarm
 * @param note       details; null: none
 * @param superseded controlIds that it has displaced
 * @param at         by the station's clock
 * @param endedAt    of an alarm, by the station's clock; null: it lasts, or is none
 * @param receivedAt by ours
 */
record DerEvent(
        long id,
        String station,
        Kind kind,
        @Nullable String controlId,
        @Nullable String type,
        @Nullable String fault,
        @Nullable String note,
        List<String> superseded,
        Instant at,
        @Nullable Instant endedAt,
        Instant receivedAt) {
    /** What happened; the words of the API are these in small letters. */
    @Schema(name = "DerEventKind")
    enum Kind {
        /** A control has begun. */
        STARTED,
        /** A control has ended. */
        STOPPED,
        /** Something in the grid has set a control off. */
        ALARM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
