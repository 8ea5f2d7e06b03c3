package org.ohmstead.iso15118.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param url     absolute, http or https
 * @param headers besides Host and those about the body
 * @param body    null: a GET; else a POST
 * @param most    bytes that the answer may have
 */
public record Question(
        String url, Map<String, String> headers, @Nullable Body body, int most) {

    /**
     * What is sent.
     *
     * @param bytes one character for each byte (ISO 8859-1)
     */
    public record Body(String type, String bytes) {
        public static Body of(String type, byte[] bytes) {
            return new Body(type, new String(bytes, StandardCharsets.ISO_8859_1));
        }

        byte[] toBytes() {
            return bytes.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    public static Question get(String url, int most) {
        return new Question(url, Map.of(), null, most);
    }

    /** The same at another place: where a redirect leads. */
    Question at(String other) {
        return new Question(other, headers, body, most);
    }
}
