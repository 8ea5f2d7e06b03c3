package org.ohmstead.firmware.publishing;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the publishing of firmware has come. */
@Schema(name = "FirmwarePublicationState")
public enum PublicationState {
    /** The controller has not answered yet, or is not connected. */
    REQUESTED,
    ACCEPTED,
    DOWNLOADING,
    PUBLISHED,
    FAILED,
    /** It does not do it, or was never told. */
    REFUSED,
    /** It hands it out no more. */
    UNPUBLISHED;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PublicationState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isEnd() {
        return switch (this) {
            case REQUESTED, ACCEPTED, DOWNLOADING -> false;
            case PUBLISHED, FAILED, REFUSED, UNPUBLISHED -> true;
        };
    }

    /** What a controller's word leads to (L03). @param now where it says nothing */
    static PublicationState said(String status, PublicationState now) {
        return switch (status) {
            case "DownloadScheduled" -> ACCEPTED;
            case "Downloading", "Downloaded", "DownloadPaused", "ChecksumVerified" -> DOWNLOADING;
            case "Published" -> PUBLISHED;
            case "DownloadFailed", "InvalidChecksum", "PublishFailed" -> FAILED;
            default -> now;
        };
    }
}
