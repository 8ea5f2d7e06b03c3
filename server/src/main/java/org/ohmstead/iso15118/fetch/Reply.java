package org.ohmstead.iso15118.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came.
 *
 * @param headers by their names in small letters
 * @param content one character for each byte (ISO 8859-1)
 */
public record Reply(int status, Map<String, String> headers, String content) {

    public byte[] bytes() {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As UTF-8. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Where it leads instead; null: nowhere. */
    @Nullable
    String redirect() {
        return status == 301 || status == 302 || status == 307 || status == 308 ? headers.get("location") : null;
    }
}
