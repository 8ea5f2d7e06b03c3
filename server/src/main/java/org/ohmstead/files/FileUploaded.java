package org.ohmstead.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A file has come, and is kept.
 *
 * @param station  whose log it is; null: an image
 * @param identity of that station
 * @param file     its number
 * @param actor    who left it
 */
public record FileUploaded(
        long tenant,
        @Nullable Long station,
        Instant at,
        @Nullable String identity,
        long file,
        String fileKind,
        String name,
        long sizeBytes,
        String sha256,
        String actor)
        implements Event {
    static FileUploaded of(StoredFile file) {
        return new FileUploaded(
                file.tenant(),
                file.station() == null ? null : file.station().id(),
                file.uploadedAt(),
                file.station() == null ? null : file.station().identity(),
                file.id(),
                file.kind().word(),
                file.name(),
                file.content().size(),
                file.content().sha256(),
                file.by());
    }

    @Override
    public String kind() {
        return "file.uploaded";
    }
}
