package org.ohmstead.firmware;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an update of firmware has come (behaviour 9.1). */
@Schema(name = "FirmwareUpdateState")
public enum UpdateState {
    /** The station has not answered yet, or is not connected. */
    REQUESTED,
    /** It will make the update. */
    ACCEPTED,
    DOWNLOADING,
    /** The image is there; perhaps its signature is checked. */
    DOWNLOADED,
    INSTALLING,
    INSTALLED,
    FAILED,
    /** It does not do it, or was never told. */
    REFUSED,
    /** A newer update stands in its place. */
    CANCELLED;

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static UpdateState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public boolean isEnd() {
        return switch (this) {
            case REQUESTED, ACCEPTED, DOWNLOADING, DOWNLOADED, INSTALLING -> false;
            case INSTALLED, FAILED, REFUSED, CANCELLED -> true;
        };
    }

    /** What a station's word says of it; empty: nothing, such as Idle and words that nobody knows. */
    static Optional<UpdateState> said(String status) {
        return Optional.ofNullable(
                switch (status) {
                    case "DownloadScheduled" -> ACCEPTED;
                    case "Downloading", "DownloadPaused" -> DOWNLOADING;
                    case "Downloaded", "SignatureVerified" -> DOWNLOADED;
                    case "InstallScheduled", "Installing", "InstallRebooting" -> INSTALLING;
                    case "Installed" -> INSTALLED;
                    case "DownloadFailed", "InvalidSignature", "InstallVerificationFailed", "InstallationFailed" ->
                        FAILED;
                    default -> null;
                });
    }
}
