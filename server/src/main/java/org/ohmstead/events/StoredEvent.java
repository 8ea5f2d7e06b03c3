package org.ohmstead.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that is durable.
 *
 * @param id its number in the order in which events were committed, without gaps; the same when an event comes again
 * @param station id of the station; null: none in particular
 * @param payload the event's record as JSON
 * @param createdAt when it was stored, which for an offline station is later than when it happened
 */
public record StoredEvent(
        long id, long tenant, String kind, @Nullable Long station, JsonNode payload, Instant createdAt) {}
