package org.ohmstead.stations.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a station writes its password (behaviour 1.4). The words of the API are these in small letters. */
@Schema(name = "PasswordForm")
public enum PasswordForm {
    /** As text in UTF-8, as 2.x wants it. */
    TEXT,
    /** As the bytes that the key is, as 1.6 wants it. */
    BYTES,
    /** As the hex digits of those bytes, which is a common mistake. */
    HEX;

    private static final Pattern DIGITS = Pattern.compile("([0-9A-Fa-f]{2}){16,}");
    private static final Pattern PRINTABLE = Pattern.compile("\\P{Cntrl}*");

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param sent what was right */
    static PasswordForm of(byte[] sent) {
        String text = new String(sent, StandardCharsets.UTF_8);
        if (DIGITS.matcher(text).matches()) {
            return HEX;
        }
        return PRINTABLE.matcher(text).matches() && !text.contains("\uFFFD") ? TEXT : BYTES;
    }
}
