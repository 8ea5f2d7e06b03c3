package org.ohmstead.firmware.publishing;

import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** Which firmware a local controller is to publish. */
@Schema(name = "FirmwarePublicationOrder")
public record PublicationBody(
        @Schema(description = "Number of an image that was uploaded at /api/v1/files; this or location") @Nullable
        Long file,

        @Schema(description = "URL of an image that lies elsewhere; this or file", maxLength = 512) @Nullable
        String location,

        @Schema(
                description = "MD5 of an image that lies elsewhere, in 32 hexadecimal digits",
                examples = "098f6bcd4621d373cade4e832627b4f6")
        @Nullable
        String checksum,

        @Schema(description = "How often the controller tries a download again", minimum = "0", maximum = "100")
        @Nullable
        Integer retries,

        @Schema(description = "Seconds between two of its tries", minimum = "0", maximum = "86400") @Nullable
        Integer retryInterval) {

    private static final int LONGEST = 512;
    private static final PublicationBody NONE = new PublicationBody(null, null, null, null, null);

    static PublicationBody orNone(@Nullable PublicationBody body) {
        return body == null ? NONE : body;
    }

    /** @throws Refused invalid, naming the first field that is not allowed */
    void check() {
        if ((file == null) == (location == null)) {
            throw Refused.invalid(
                    "file",
                    "Give file, the number of an image at /api/v1/files, or location, the URL of one elsewhere.");
        }
        if (location != null && (location.length() > LONGEST || !isUrl(location))) {
            throw Refused.invalid("location", "location is no URL of " + LONGEST + " characters at most.");
        }
        if (location != null && (checksum == null || !checksum.matches("[0-9A-Fa-f]{32}"))) {
            throw Refused.invalid("checksum", "checksum has to be the image's MD5, in 32 hexadecimal digits.");
        }
        number("retries", retries, 100);
        number("retryInterval", retryInterval, 86_400);
    }

    private static boolean isUrl(String text) {
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void number(String field, @Nullable Integer value, int most) {
        if (value != null && (value < 0 || value > most)) {
            throw Refused.invalid(
                    field, field + " is " + value + "; allowed is a whole number from 0 to " + most + ".");
        }
    }
}
