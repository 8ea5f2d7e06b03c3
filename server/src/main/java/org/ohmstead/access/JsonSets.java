package org.ohmstead.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.ohmstead.ocpp.codec.values.Json;

/** Sets of words and ids as a column has them: a JSON array, sorted. */
public final class JsonSets {
    private JsonSets() {}

    public static String write(Collection<? extends Comparable<?>> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Object value : new TreeSet<>(values)) {
            if (value instanceof Long number) {
                array.add(number);
            } else {
                array.add(value.toString());
            }
        }
        return array.toString();
    }

    public static Set<String> texts(String column) {
        return read(column, JsonNode::asText);
    }

    public static Set<Long> numbers(String column) {
        return read(column, JsonNode::asLong);
    }

    private static <T extends Comparable<T>> Set<T> read(String column, Function<JsonNode, T> value) {
        try {
            Set<T> values = new TreeSet<>();
            Json.tree(column).forEach(node -> values.add(value.apply(node)));
            return values;
        } catch (JsonProcessingException written) {
            throw new IllegalStateException("a set in the database is no JSON: " + column, written);
        }
    }
}
