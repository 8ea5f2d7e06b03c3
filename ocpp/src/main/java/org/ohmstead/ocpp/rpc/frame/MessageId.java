package org.ohmstead.ocpp.rpc.frame;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.UUID;

/**
 * The id that ties an answer to its CALL.
 *
 * @param text   as it came: at most 36 characters by OCPP-J §4.1.4, yet longer and empty ones are echoed as well (field note
 *               33)
 * @param number whether it came as a JSON number, and so goes back as one (field note 30)
 */
public record MessageId(String text, boolean number) {
    /** For an answer to what has no readable id (OCPP-J 2.x §4.2.3). */
    public static final MessageId UNREADABLE = new MessageId("-1", false);

    /** A new one of our own: UUID version 4. */
    public static MessageId random() {
        return new MessageId(UUID.randomUUID().toString(), false);
    }

    String json() {
        return number ? text : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    @Override
    public String toString() {
        return text;
    }
}
