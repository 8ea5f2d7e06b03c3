package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.ohmstead.ocpp.codec.values.Json;

/** Right and wrong texts, numbers and booleans for a schema, every constraint at its boundary and beyond. */
final class Scalars {
    private static final JsonNodeFactory JSON = Json.TREES.getNodeFactory();
    private static final List<String> TIMES = List.of(
            "2025-01-31T23:59:59Z",
            "2025-01-31T23:59:59.1Z",
            "2024-02-29T00:00:00.123456789+02:00",
            "2025-01-31T23:59:59.12345678-11:30");
    private static final List<String> NO_TIMES = List.of(
            "",
            "yesterday",
            "2025-01-31",
            "2025-01-31T23:59:59",
            "2025-01-31T23:59Z",
            "2025-02-29T00:00:00Z",
            "2025-13-01T00:00:00Z",
            "2025-01-31T24:00:00Z",
            "2025-01-31T23:60:00Z",
            "2025-01-31T23:59:59.Z",
            "2025-01-31T23:59:59+02",
            "2025-01-31T23:59:59+0200",
            "2025-1-31T23:59:59Z",
            "1738367999");

    private Scalars() {}

    static JsonNode simplest(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "string" -> text(schema);
            case "boolean" -> JSON.booleanNode(true);
            case "integer" ->
                JSON.numberNode(schema.path("minimum")
                        .asInt(Math.min(0, schema.path("maximum").asInt(0))));
            case "number" ->
                JSON.numberNode(schema.path("minimum")
                        .asInt(Math.min(0, schema.path("maximum").asInt(0))));
            default -> throw new AssertionError(schema);
        };
    }

    private static JsonNode text(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return JSON.textNode(
                switch (schema.path("format").asText()) {
                    case "date-time" -> "2025-01-01T00:00:00Z";
                    case "uri" -> "ftp://user:secret@example.org/a";
                    case "" -> "x";
                    default -> throw new AssertionError(schema);
                });
    }

    static List<Instance> of(JsonNode schema) {
        List<Instance> instances = new ArrayList<>();
        switch (schema.path("type").asText()) {
            case "string" -> texts(schema, instances);
            case "boolean" -> {
                instances.add(Instance.valid(JSON.booleanNode(false), "false"));
                wrongTypes(instances, JSON.textNode("true"), JSON.numberNode(1));
            }
            case "integer" -> {
                instances.add(Instance.valid(
                        JSON.numberNode(simplest(schema).decimalValue().setScale(1)), "an integer such as 1.0"));
                numbers(schema, instances, BigDecimal.ONE);
                wrongTypes(
                        instances, JSON.textNode("1"), JSON.booleanNode(true), JSON.numberNode(new BigDecimal("1.5")));
            }
            case "number" -> {
                numbers(schema, instances, new BigDecimal("0.1"));
                wrongTypes(instances, JSON.textNode("1.5"), JSON.booleanNode(true));
            }
            default -> throw new AssertionError(schema);
        }
        return instances;
    }

    private static void wrongTypes(List<Instance> instances, JsonNode... others) {
        for (JsonNode other : others) {
            instances.add(Instance.broken(Rule.TYPE, other, "type"));
        }
        instances.add(Instance.broken(Rule.TYPE, JSON.nullNode(), "null"));
        instances.add(Instance.broken(Rule.TYPE, JSON.arrayNode(), "type"));
        instances.add(Instance.broken(Rule.TYPE, JSON.objectNode(), "type"));
    }

    private static void texts(JsonNode schema, List<Instance> instances) {
        wrongTypes(instances, JSON.numberNode(12), JSON.booleanNode(true));
        if (schema.has("enum")) {
            choices(schema.get("enum"), instances);
        } else if (schema.has("format")) {
            formats(schema.get("format").asText(), instances);
        } else {
            instances.add(Instance.valid(JSON.textNode(""), "an empty text"));
        }
        if (schema.has("maxLength") && !schema.has("enum")) {
            int length = schema.get("maxLength").asInt();
            String uri = schema.has("format") ? "ftp://user/" : "";
            String rest = "a".repeat(length - uri.length());
            instances.add(Instance.valid(JSON.textNode(uri + rest), "maxLength"));
            instances.add(Instance.broken(Rule.VALUE, JSON.textNode(uri + rest + "a"), "maxLength"));
            if (uri.isEmpty()) {
                instances.add(Instance.valid(JSON.textNode("\ud83d\ude00".repeat(length)), "maxLength in code points"));
            }
        }
    }

    private static void choices(JsonNode values, List<Instance> instances) {
        List<String> all = StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        all.forEach(value -> instances.add(Instance.valid(JSON.textNode(value), "enum")));
        for (String wrong : List.of("", "NoSuchValue", all.getFirst().toLowerCase(Locale.ROOT) + " ")) {
            instances.add(Instance.broken(Rule.VALUE, JSON.textNode(wrong), "enum"));
        }
    }

    private static void formats(String format, List<Instance> instances) {
        boolean time = format.equals("date-time");
        List<String> right = time ? TIMES : List.of("https://example.org:8080/a/b?c=d", "urn:a:b");
        List<String> wrong = time ? NO_TIMES : List.of("", "not a uri", "/relative", "http://a/ b");
        right.forEach(text -> instances.add(Instance.valid(JSON.textNode(text), "format")));
        wrong.forEach(text -> instances.add(Instance.broken(Rule.VALUE, JSON.textNode(text), "format")));
    }

    private static void numbers(JsonNode schema, List<Instance> instances, BigDecimal step) {
        if (schema.has("minimum")) {
            BigDecimal least = schema.get("minimum").decimalValue();
            instances.add(Instance.valid(JSON.numberNode(least), "minimum"));
            instances.add(Instance.broken(Rule.VALUE, JSON.numberNode(least.subtract(step)), "minimum"));
        } else {
            instances.add(Instance.valid(JSON.numberNode(-7), "a negative number"));
        }
        if (schema.has("maximum")) {
            BigDecimal most = schema.get("maximum").decimalValue();
            instances.add(Instance.valid(JSON.numberNode(most), "maximum"));
            instances.add(Instance.broken(Rule.VALUE, JSON.numberNode(most.add(step)), "maximum"));
        } else {
            instances.add(Instance.valid(JSON.numberNode(Integer.MAX_VALUE), "a large number"));
        }
        if (schema.has("multipleOf")) {
            instances.add(Instance.valid(JSON.numberNode(new BigDecimal("8.1")), "multipleOf"));
            instances.add(Instance.broken(Rule.VALUE, JSON.numberNode(new BigDecimal("8.15")), "multipleOf"));
        }
    }
}
