package org.ohmstead.eventstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.StoredEvent;

/** An event in the API. */
public record EventView(
        @Schema(
                description =
                        "Its place in the order in which events were committed: the later one has the higher number")
        long id,

        @Schema(description = "When it happened, as far as is known")
        Instant at,

        @Schema(description = "When it was stored: later where a station was offline")
        Instant storedAt,

        @Schema(description = "What happened", examples = "session.started")
        String kind,

        @Schema(description = "Identity of the station; null: of none, or of one that is no more") @Nullable
        String station,

        @Schema(description = "What there is to tell, by its kind; properties are added, none is taken away")
        JsonNode payload) {

    static EventView of(StoredEvent event, @Nullable String station) {
        return new EventView(event.id(), at(event), event.createdAt(), event.kind(), station, event.payload());
    }

    private static Instant at(StoredEvent event) {
        try {
            return Instant.parse(event.payload().path("at").asText());
        } catch (DateTimeException e) { // not all events have one
            return event.createdAt();
        }
    }
}
