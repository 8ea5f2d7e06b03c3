package org.ohmstead.bench.siege;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.codec.JsonSchemas;

/** Messages of every action, right and wrong. */
final class Samples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Values that somebody puts where another one belongs. */
    private static final List<String> ODD = List.of(
            "null",
            "{}",
            "[]",
            "[[[[[[[[]]]]]]]]",
            "\"\"",
            "\" \"",
            "-1",
            "0",
            "1e2147483648",
            "-1e-2147483648",
            "1e400",
            "\"1e2147483648\"",
            "99999999999999999999",
            "1.5",
            "true",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\u001b[2J\\n\"",
            "\"" + "x".repeat(3_000) + "\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"-1\"",
            "\"'; drop table x;--\"",
            "\"2025-13-45T99:99:99Z\"",
            "9".repeat(390),
            "\"" + "9".repeat(100_000) + "\"");

    private final Random random;

    Samples(Random random) {
        this.random = random;
    }

    static List<Action> actions(OcppVersion version) {
        return Catalogue.of(version).stream()
                .filter(action -> action.direction().fromStation())
                .toList();
    }

    /** A payload that the schema allows; optional fields now and then. */
    String valid(Action action, OcppVersion version) {
        ObjectNode schema = JsonSchemas.of(action.request(), version);
        return instance(schema, schema.path("$defs")).toString();
    }

    private JsonNode instance(JsonNode schema, JsonNode definitions) {
        String ref = schema.path("$ref").asText();
        if (!ref.isEmpty()) {
            return instance(definitions.path(ref.substring(ref.lastIndexOf('/') + 1)), definitions);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, definitions);
            case "array" -> {
                ArrayNode list = JSON.arrayNode();
                int count = Math.max(1, schema.path("minItems").asInt());
                for (int i = 0; i < count; i++) {
                    list.add(instance(schema.path("items"), definitions));
                }
                yield list;
            }
            case "integer" -> JSON.numberNode(Math.max(1, schema.path("minimum").asInt()));
            case "number" -> JSON.numberNode(1 + random.nextInt(1000));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(schema));
        };
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2026-01-02T03:04:05Z";
            case "uri" -> "http://127.0.0.1/x";
            default -> "T1";
        };
    }

    private JsonNode object(JsonNode schema, JsonNode definitions) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            if (required.contains(field.getKey()) || random.nextInt(3) == 0) {
                object.set(field.getKey(), instance(field.getValue(), definitions));
            }
        }
        return object;
    }

    /** A frame with one thing wrong, sometimes none. */
    String mangled(String frame) {
        return switch (random.nextInt(8)) {
            case 0 -> frame.substring(0, random.nextInt(frame.length()));
            case 1 -> letterAt(frame, (char) (32 + random.nextInt(95)));
            case 2 -> letterAt(frame, (char) random.nextInt(0x250));
            case 3 -> frame + frame.substring(random.nextInt(frame.length()));
            case 4 -> frame.replaceFirst("\\d+", "-7");
            case 5, 6 -> valueReplaced(frame);
            default -> frame;
        };
    }

    private String letterAt(String frame, char letter) {
        int at = random.nextInt(frame.length());
        return frame.substring(0, at) + letter + frame.substring(at + 1);
    }

    /** Behind one of the colons something stands that nobody expects there. */
    private String valueReplaced(String frame) {
        List<Integer> colons = new ArrayList<>();
        for (int at = frame.indexOf("\":"); at >= 0; at = frame.indexOf("\":", at + 2)) {
            colons.add(at + 2);
        }
        if (colons.isEmpty()) {
            return frame;
        }
        int start = colons.get(random.nextInt(colons.size()));
        int end = start;
        int depth = 0;
        boolean quoted = false;
        while (end < frame.length()) {
            char letter = frame.charAt(end);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && (letter == '{' || letter == '[')) {
                depth++;
            } else if (!quoted && depth == 0 && (letter == ',' || letter == '}' || letter == ']')) {
                break;
            } else if (!quoted && (letter == '}' || letter == ']')) {
                depth--;
            }
            end++;
        }
        return frame.substring(0, start) + ODD.get(random.nextInt(ODD.size())) + frame.substring(end);
    }
}
