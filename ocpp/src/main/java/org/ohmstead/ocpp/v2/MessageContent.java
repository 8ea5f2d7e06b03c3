package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * A text, and how to show it.
 *
 * @param format   how to read the content
 * @param content  the text itself, or what leads to it
 * @param language language of the text, RFC 5646
 */
public record MessageContent(
        MessageFormat format,
        @MaxLength(value = 1024, v201 = 512) String content,
        @MaxLength(8) @Nullable String language,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public MessageContent(MessageFormat format, String content, @Nullable String language) {
        this(format, content, language, null);
    }
    /** What the specification requires; the rest absent. */
    public MessageContent(MessageFormat format, String content) {
        this(format, content, null, null);
    }
}
