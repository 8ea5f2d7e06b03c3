package org.ohmstead.events.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.AbandonedEvent;
import org.ohmstead.events.StoredEvent;

/** An event that was given up, in the API. */
public record AbandonedEventView(
        @Schema(description = "Who never took it; outbox: it could not be read, so that nobody was told")
        String listener,

        @Schema(description = "Its place in the order in which events were committed")
        long number,

        @Schema(description = "Such as session.ended; null: it could not be read") @Nullable
        String kind,

        @Schema(description = "What it tells; null: it could not be read") @Nullable
        JsonNode payload,

        @Schema(description = "What could not be read; null: it could") @Nullable
        String unreadable,

        @Schema(description = "When it was stored") Instant createdAt,

        @Schema(description = "Why it was not taken when it was tried last")
        String failure,

        @Schema(description = "When it was given up") Instant abandonedAt) {

    static AbandonedEventView of(AbandonedEvent given) {
        Optional<StoredEvent> event = given.read();
        return new AbandonedEventView(
                given.listener(),
                given.event(),
                event.map(StoredEvent::kind).orElse(null),
                event.map(StoredEvent::payload).orElse(null),
                event.isPresent() ? null : given.json(),
                given.createdAt(),
                given.failure(),
                given.abandonedAt());
    }
}
