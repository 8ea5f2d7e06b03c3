package org.ohmstead.ocpp.v16;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Read some or all configuration keys; CSMS to station.
 * Source: OCPP 1.6 §5.8.
 */
public interface GetConfiguration {

    /** What the sender of GetConfiguration says. */
    record Request(@MaxLength(50) @Nullable List<String> key) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request() {
            this(null);
        }
    }

    /** The answer to GetConfiguration. */
    record Response(
            @Nullable List<KeyValue> configurationKey,
            @MaxLength(50) @Nullable List<String> unknownKey) implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response() {
            this(null, null);
        }
    }

    /** Key Value. */
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
