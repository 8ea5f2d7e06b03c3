package org.ohmstead.commands.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.Words;

/**
 * What many stations are sent, and how.
 *
 * @param words    what stations are sent whose version has no words of its own; null: only those are sent anything else
 * @param ocpp16   what stations of OCPP 1.6 are sent instead; null: as all
 * @param parallel how many at the same time
 * @param timeout  how long each may take to answer, as {@code 30s}; null: as usual
 * @param ttl      how long it may wait for one that is not connected; null: it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BulkOrder(
        Told words,
        @Nullable Told ocpp16,
        int parallel,
        @Nullable String timeout,
        @Nullable String ttl) {

    /** An action with its payload. */
    record Told(String action, JsonNode payload) {
        Words words() {
            return new Words(action, (ObjectNode) payload);
        }
    }

    Verb verb() {
        return Verb.of(station -> (ocpp16 == null ? words : ocpp16).words(), station -> words.words());
    }
}
