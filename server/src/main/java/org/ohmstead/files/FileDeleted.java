package org.ohmstead.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * Somebody has deleted a file. Of what goes for its age nothing is told.
 *
 * @param station whose log it was; null: an image
 * @param file    its number
 */
public record FileDeleted(
        long tenant,
        @Nullable Long station,
        Instant at,
        @Nullable String identity,
        long file,
        String fileKind,
        String name,
        String actor)
        implements Event {
    @Override
    public String kind() {
        return "file.deleted";
    }
}
