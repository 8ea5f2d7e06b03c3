package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * A message on the display of the station, and when it is shown.
 *
 * @param id            identifier; a message with the same one is replaced
 * @param priority      how much it comes to the fore
 * @param message       the text
 * @param display       which display, if there are several
 * @param state         state of the station in which it is shown; absent: any
 * @param startDateTime when it is first shown; absent: at once
 * @param endDateTime   when it is removed; absent: never
 * @param transactionId transaction during which it is shown, then removed
 * @param messageExtra  the same text in other languages
 */
public record MessageInfo(
        @Range(min = 0, since = V21) int id,
        MessagePriority priority,
        MessageContent message,
        @Nullable Component display,
        @Nullable MessageState state,
        @Nullable Instant startDateTime,
        @Nullable Instant endDateTime,
        @MaxLength(36) @Nullable String transactionId,
        @Since(V21) @Items(min = 1, max = 4) @Nullable List<MessageContent> messageExtra,
        @Nullable CustomData customData) {
    /** What the specification requires; the rest absent. */
    public MessageInfo(int id, MessagePriority priority, MessageContent message) {
        this(id, priority, message, null, null, null, null, null, null, null);
    }
}
