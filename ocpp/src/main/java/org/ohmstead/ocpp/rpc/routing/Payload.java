package org.ohmstead.ocpp.rpc.routing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.codec.Decoded;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Reading;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.codec.Rule;

/** Between the records and their JSON, with the types that only the catalogue knows. */
public final class Payload {
    private static final Map<OcppVersion, Map<Class<?>, Action>> BY_REQUEST = new EnumMap<>(OcppVersion.class);

    static {
        for (OcppVersion version : OcppVersion.values()) {
            Map<Class<?>, Action> byRequest = new HashMap<>();
            for (Action action : Catalogue.of(version)) {
                byRequest.put(action.request(), action);
            }
            BY_REQUEST.put(version, Map.copyOf(byRequest));
        }
    }

    private Payload() {}

    /** The action that a request record belongs to; empty when the version has none such. */
    public static Optional<Action> actionOf(Class<?> request, OcppVersion version) {
        @Nullable Map<Class<?>, Action> byRequest = BY_REQUEST.get(version);
        return byRequest == null ? Optional.empty() : Optional.ofNullable(byRequest.get(request));
    }

    public static List<Deviation> check(Record message, OcppVersion version) {
        return codec(message, version).check(message);
    }

    public static String write(Record message, OcppVersion version) {
        return codec(message, version).write(message);
    }

    /** The codec of exactly this record's class, so the cast holds. */
    @SuppressWarnings("unchecked")
    private static RecordCodec<Record> codec(Record message, OcppVersion version) {
        return (RecordCodec<Record>) RecordCodec.of(message.getClass(), version);
    }

    /**
     * Reads a payload on whose first token the parser stands. Absent, null and, where allowed, the empty array of PHP's
     * {@code json_encode} count as an empty object (field note 39); whatever else is no object is fatal.
     */
    public static <T extends Record> Decoded<T> read(JsonParser at, Class<T> type, OcppVersion version, Reading reading)
            throws IOException {
        RecordCodec<T> codec = RecordCodec.of(type, version);
        @Nullable JsonToken token = at.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return codec.read(at, reading);
        }
        if (token == null || token == JsonToken.END_ARRAY || token == JsonToken.VALUE_NULL) {
            return codec.read("{}", reading);
        }
        boolean emptyArray = token == JsonToken.START_ARRAY && at.nextToken() == JsonToken.END_ARRAY;
        if (emptyArray && !reading.strict()) {
            Decoded<T> empty = codec.read("{}", reading);
            return new Decoded<>(empty.value(), plus(empty.tolerated(), notAnObject("[]")), empty.fatal());
        }
        skipRest(at, token);
        return new Decoded<>(null, List.of(), List.of(notAnObject(token.name())));
    }

    private static void skipRest(JsonParser at, JsonToken began) throws IOException {
        if (began == JsonToken.START_ARRAY) {
            while (at.currentToken() != JsonToken.END_ARRAY) {
                at.skipChildren();
                at.nextToken();
            }
        }
    }

    private static Deviation notAnObject(String found) {
        return new Deviation("", Rule.SYNTAX, found, "an object");
    }

    private static List<Deviation> plus(List<Deviation> some, Deviation one) {
        return Violation.joined(some, List.of(one));
    }
}
