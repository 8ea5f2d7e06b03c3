package org.ohmstead.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as JSON: times as ISO 8601, decimals exact, absent fields left out. */
final class EventJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private static final String STATION = "station";

    private record Stored(long tenant, @Nullable Long station, String kind, Object payload) {}

    private EventJson() {}

    /** An event with what its record does not say of itself. */
    static String write(Event event) {
        return text(new Stored(event.tenant(), event.station(), event.kind(), event));
    }

    /** A row of its own for an event that stood in one with others. */
    static String row(StoredEvent event) {
        return "[" + text(new Stored(event.tenant(), event.station(), event.kind(), event.payload())) + "]";
    }

    private static String text(Stored stored) {
        try {
            return MAPPER.writeValueAsString(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(stored.kind() + " cannot be written as JSON", e);
        }
    }

    /**
     * The events of a row: what {@link #write} made, as a list.
     *
     * @param first the number of the first of them
     * @param most how many numbers the row has
     * @throws IllegalStateException if it holds anything else, or more
     */
    static List<StoredEvent> read(long first, int most, Instant at, String json) {
        List<StoredEvent> events = new ArrayList<>();
        try {
            JsonNode all = MAPPER.readTree(json);
            if (!all.isArray()) {
                throw new IllegalArgumentException("it is no list");
            }
            if (all.size() > most) {
                throw new IllegalArgumentException("it has more events than numbers");
            }
            for (JsonNode event : all) {
                JsonNode station = event.get(STATION);
                events.add(new StoredEvent(
                        first + events.size(),
                        event.required("tenant").longValue(),
                        text(event.required("kind")),
                        station == null ? null : station.longValue(),
                        event.required("payload"),
                        at));
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalStateException("The row of event " + first + " holds no events: " + e.getMessage(), e);
        }
        return events;
    }

    private static String text(JsonNode kind) {
        if (!kind.isTextual()) {
            throw new IllegalArgumentException("a kind is no text");
        }
        return kind.textValue();
    }
}
