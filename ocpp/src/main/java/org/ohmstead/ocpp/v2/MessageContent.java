package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/** Message Content. */
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
