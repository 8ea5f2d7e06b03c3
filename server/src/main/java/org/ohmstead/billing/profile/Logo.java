package org.ohmstead.billing.profile;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.ohmstead.api.Refused;

/** A picture on invoices. @param base64 of its bytes */
public record Logo(String mediaType, String base64) {
    private static final int MOST_BYTES = 200_000;
    private static final List<String> TYPES = List.of("image/png", "image/jpeg");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /** @throws Refused invalid: no picture of a type that invoices can have, or too large */
    public Logo checked() {
        if (!TYPES.contains(mediaType)) {
            throw Refused.invalid(
                    "logo.mediaType",
                    "logo.mediaType is '" + mediaType + "'; allowed are " + String.join(" and ", TYPES) + ".");
        }
        byte[] bytes = bytes();
        if (bytes.length > MOST_BYTES) {
            throw Refused.invalid(
                    "logo.base64", "logo.base64 has " + bytes.length + " bytes; allowed are up to " + MOST_BYTES + ".");
        }
        byte[] mark = mediaType.equals("image/png") ? PNG : JPEG;
        if (bytes.length < mark.length || !Arrays.equals(mark, Arrays.copyOf(bytes, mark.length))) {
            throw Refused.invalid("logo.base64", "logo.base64 is no picture of the type " + mediaType + ".");
        }
        return this;
    }

    private byte[] bytes() {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(
                    "logo.base64", "logo.base64 is not Base64; allowed is that of RFC 4648, without line ends.");
        }
    }
}
