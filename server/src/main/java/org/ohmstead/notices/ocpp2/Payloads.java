package org.ohmstead.notices.ocpp2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.codec.values.Json;

/** Payloads as JSON again, to be kept as they came. Written as 2.1 does, which has every field of 2.0.1. */
public final class Payloads {
    private Payloads() {}

    public static <T extends Record> ObjectNode tree(Class<T> type, T payload) {
        try {
            return (ObjectNode) Json.tree(RecordCodec.of(type, OcppVersion.V21).write(payload));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The list in a field; empty where it is absent. */
    public static <T extends Record> ArrayNode list(Class<T> type, T payload, String field) {
        return tree(type, payload).withArray(field);
    }

    /** A list of the payload itself, without these fields. */
    public static <T extends Record> ArrayNode whole(Class<T> type, T payload, String... without) {
        JsonNode rest = rest(type, payload, without);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        return rest == null ? list : list.add(rest);
    }

    /** The payload without these fields; null: nothing remains. */
    public static <T extends Record> @Nullable JsonNode rest(Class<T> type, T payload, String... without) {
        ObjectNode rest = tree(type, payload).remove(List.of(without));
        return rest.isEmpty() ? null : rest;
    }
}
