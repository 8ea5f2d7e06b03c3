package org.ohmstead.messagelog;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.secrets.Secrets;

/**
 * A logged frame as the API shows it.
 *
 * @param id null in the live tail, which does not wait until it is written
 * @param station identity of the station; null: it has been deleted
 * @param connection id of the link
 * @param direction {@code in}: from the station; {@code out}: to it
 * @param kind message type of OCPP-J: 2 CALL, 3 CALLRESULT, 4 CALLERROR, 5 CALLRESULTERROR, 6 SEND; 0: unreadable
 * @param frame the text on the wire, passwords and keys replaced by {@code ***}
 */
public record Message(
        @Nullable Long id,
        @Nullable String station,
        long connection,
        Instant at,
        @Schema(implementation = Direction.class) String direction,
        int kind,
        @Nullable String action,
        @Nullable String messageId,
        String frame,
        List<Deviation> deviations) {

    static Message live(Entry entry, @Nullable String station) {
        return of(null, entry, station, Secrets.masked(entry.frame()));
    }

    static Message of(@Nullable Long id, Entry entry, @Nullable String station, String frame) {
        return new Message(
                id,
                station,
                entry.connection(),
                entry.at(),
                entry.direction().word(),
                entry.kind(),
                entry.action(),
                entry.messageId(),
                frame,
                entry.deviations());
    }
}
