package org.ohmstead.acceptance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Bodies that an operation's schema allows, for tests that put something else in one place of them. */
final class SampleBodies {
    private static final int DEEPEST = 5;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ApiDocument document;

    SampleBodies(ApiDocument document) {
        this.document = document;
    }

    /** Of an operation's JSON body; missing: it takes none. */
    JsonNode schema(ApiDocument.Operation operation) {
        return document.resolved(operation.node().path("requestBody"))
                .path("content")
                .path("application/json")
                .path("schema");
    }

    /** With everything that must be there, and everything else where it is asked for. */
    JsonNode of(JsonNode schema, boolean everything) {
        return of(schema, everything, 0);
    }

    /** With what must be there, and one property more. */
    ObjectNode with(JsonNode schema, String property) {
        ObjectNode all = (ObjectNode) of(schema, true);
        ObjectNode some = (ObjectNode) of(schema, false);
        return all.has(property) ? some.set(property, all.get(property)) : some;
    }

    private JsonNode of(JsonNode reference, boolean everything, int depth) {
        JsonNode schema = document.resolved(reference);
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            for (JsonNode one : schema.path(choice)) {
                if (!one.path("type").asText().equals("null")) {
                    return of(one, everything, depth);
                }
            }
        }
        if (schema.path("enum").isArray()) {
            return schema.path("enum").get(0);
        }
        if (schema.path("examples").isArray()) {
            return schema.path("examples").get(0);
        }
        return switch (type(schema)) {
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> NODES.booleanNode(false);
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                yield depth < DEEPEST ? array.add(of(schema.path("items"), everything, depth + 1)) : array;
            }
            case "object" -> object(schema, everything, depth);
            default -> NODES.textNode(text(schema));
        };
    }

    private JsonNode object(JsonNode schema, boolean everything, int depth) {
        ObjectNode object = NODES.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (depth < DEEPEST && (everything || required.contains(property.getKey()))) {
                object.set(property.getKey(), of(property.getValue(), everything, depth + 1));
            }
        });
        if (everything && !schema.path("properties").isObject()) {
            object.put("any", "text");
        }
        return object;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2026-01-31T12:00:00Z";
            case "date" -> "2026-01-31";
            default -> "x".repeat(Math.max(4, schema.path("minLength").asInt()));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return type.isTextual() ? type.asText() : schema.has("properties") ? "object" : "string";
    }

    /** Where texts stand in a body. */
    static List<JsonPointer> texts(JsonNode body) {
        List<JsonPointer> found = new ArrayList<>();
        texts(body, JsonPointer.empty(), found);
        return found;
    }

    private static void texts(JsonNode node, JsonPointer at, List<JsonPointer> found) {
        if (node.isTextual()) {
            found.add(at);
        }
        node.properties().forEach(field -> texts(field.getValue(), at.appendProperty(field.getKey()), found));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                texts(node.get(i), at.appendIndex(i), found);
            }
        }
    }

    /** The same body with another text in one place. */
    static JsonNode replaced(JsonNode body, JsonPointer at, String text) {
        if (at.matches()) {
            return NODES.textNode(text);
        }
        JsonNode copy = body.deepCopy();
        JsonNode parent = copy.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.put(at.last().getMatchingProperty(), text);
        } else if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), text);
        }
        return copy;
    }
}
