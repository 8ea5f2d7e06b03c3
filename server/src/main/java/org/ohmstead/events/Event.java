package org.ohmstead.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact, in the past tense. Records in the slices implement it; the record as JSON is what listeners get. */
public interface Event {
    /** What happened, such as {@code session.started}. Never renamed: listeners outside go by it. */
    @JsonIgnore
    String kind();

    long tenant();

    /** Id of the station that it happened at; null: none in particular. */
    @Nullable
    Long station();

    /** When it happened. */
    Instant at();
}
