package org.ohmstead.ocpp.v16;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Reads some configuration keys, or all; CSMS to station.
 * Source: OCPP 1.6 §5.8.
 */
public interface GetConfiguration {

    /** @param key names to read; absent or empty: all keys */
    record Request(@MaxLength(50) @Nullable List<String> key) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request() {
            this(null);
        }
    }

    /**
     * @param configurationKey the keys found
     * @param unknownKey       requested names that the station does not have
     */
    record Response(
            @Nullable List<KeyValue> configurationKey,
            @MaxLength(50) @Nullable List<String> unknownKey) implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response() {
            this(null, null);
        }
    }

    /**
     * One configuration key as the station holds it.
     *
     * @param key      name, at most 50 characters; compared without regard to case
     * @param readonly whether ChangeConfiguration is refused
     * @param value    value as text; absent if unset or not readable, such as a password
     */
    record KeyValue(
            @MaxLength(50) String key,
            boolean readonly,
            @MaxLength(500) @Nullable String value) {
        /** What the specification requires; the rest absent. */
        public KeyValue(String key, boolean readonly) {
            this(key, readonly, null);
        }
    }
}
