package org.ohmstead.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * A file that is kept.
 *
 * @param station whose log it is; null: an image, for any station
 * @param about   what somebody said of it
 * @param content what is in it
 * @param by      the word of who left it
 */
public record StoredFile(
        long id,
        long tenant,
        @Nullable StationRef station,
        FileKind kind,
        About about,
        Content content,
        String by,
        Instant uploadedAt) {

    /**
     * What somebody said of a file.
     *
     * @param name    as it was called, without a path
     * @param version of the firmware; null: nobody said
     */
    public record About(
            String name, @Nullable String note, @Nullable String version) {
        /** A file with nothing but a name. */
        public static About named(String name) {
            return new About(name, null, null);
        }
    }

    /**
     * What is in a file.
     *
     * @param key    its name in the folder
     * @param size   in bytes
     * @param sha256 in hexadecimal digits
     * @param md5    the same; what OCPP 2.x wants of firmware that a local controller hands out
     */
    public record Content(String key, long size, String sha256, String md5) {}

    public String name() {
        return about.name();
    }

    /** For {@code ETag}: what is in a file never changes. */
    public String tag() {
        return '"' + content.sha256() + '"';
    }
}
