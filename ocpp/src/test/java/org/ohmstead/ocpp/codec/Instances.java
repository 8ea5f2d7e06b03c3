package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ohmstead.ocpp.codec.values.Json;

/**
 * Makes the instances that try every constraint of a schema, one at a time: the property at stake with the least around it.
 * It knows just the keywords that OCPP uses.
 */
final class Instances {
    private static final JsonNodeFactory JSON = Json.TREES.getNodeFactory();

    private final JsonNode root;

    Instances(JsonNode root) {
        this.root = root;
    }

    /** The least, the most, and for each constraint at each depth what just keeps and what just breaks it. */
    List<Instance> all() {
        List<Instance> instances = new ArrayList<>();
        instances.add(Instance.valid(least(root), "the least"));
        instances.add(most());
        instances.addAll(of(root));
        return instances;
    }

    /** Every property at every depth. */
    Instance most() {
        return Instance.valid(most(root), "the most");
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.get("$ref");
        return reference == null ? schema : root.at(reference.asText().substring(1));
    }

    private JsonNode least(JsonNode unresolved) {
        JsonNode schema = resolved(unresolved);
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, false);
            case "array" -> array(schema, Math.max(1, schema.path("minItems").asInt(0)));
            case "" -> JSON.textNode("anything");
            default -> Scalars.simplest(schema);
        };
    }

    private JsonNode most(JsonNode unresolved) {
        JsonNode schema = resolved(unresolved);
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, true);
            case "array" -> JSON.arrayNode().add(most(schema.get("items")));
            default -> least(schema);
        };
    }

    private ObjectNode object(JsonNode schema, boolean everything) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (everything) {
                object.set(property.getKey(), most(property.getValue()));
            } else if (required(schema).contains(property.getKey())) {
                object.set(property.getKey(), least(property.getValue()));
            }
        }
        return object;
    }

    private static List<String> required(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    private ArrayNode array(JsonNode schema, int size) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(least(schema.get("items")));
        }
        return array;
    }

    private List<Instance> of(JsonNode unresolved) {
        JsonNode schema = resolved(unresolved);
        return switch (schema.path("type").asText()) {
            case "object" -> objects(schema);
            case "array" -> arrays(schema);
            case "" -> anything();
            default -> Scalars.of(schema);
        };
    }

    private static List<Instance> anything() {
        return List.of(
                Instance.valid(JSON.nullNode(), "anything"),
                Instance.valid(JSON.numberNode(1), "anything"),
                Instance.valid(JSON.booleanNode(true), "anything"),
                Instance.valid(JSON.arrayNode().add(1).add("two"), "anything"),
                Instance.valid(JSON.objectNode().set("a", JSON.arrayNode()), "anything"));
    }

    private List<Instance> objects(JsonNode schema) {
        List<Instance> instances = new ArrayList<>();
        ObjectNode least = object(schema, false);
        for (JsonNode wrong : List.of(JSON.textNode("x"), JSON.numberNode(1), JSON.arrayNode(), JSON.nullNode())) {
            instances.add(Instance.broken(Rule.TYPE, wrong, "type"));
        }
        for (String name : required(schema)) {
            ObjectNode without = least.deepCopy();
            without.remove(name);
            instances.add(new Instance(without, Rule.REQUIRED, name, "required"));
        }
        ObjectNode withMore = least.deepCopy().put("noSuchField", 1);
        boolean closed = schema.path("additionalProperties").isBoolean();
        instances.add(
                closed
                        ? new Instance(withMore, Rule.UNKNOWN_FIELD, "noSuchField", "additionalProperties")
                        : Instance.valid(withMore, "additionalProperties"));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            for (Instance instance : of(property.getValue())) {
                instances.add(instance.in(least, property.getKey()));
            }
        }
        return instances;
    }

    private List<Instance> arrays(JsonNode schema) {
        List<Instance> instances = new ArrayList<>();
        for (JsonNode wrong : List.of(JSON.textNode("x"), JSON.numberNode(1), JSON.objectNode(), JSON.nullNode())) {
            instances.add(Instance.broken(Rule.TYPE, wrong, "type"));
        }
        int fewest = schema.path("minItems").asInt(0);
        if (fewest == 0) {
            instances.add(Instance.valid(JSON.arrayNode(), "no elements"));
        } else {
            instances.add(Instance.valid(array(schema, fewest), "minItems"));
            instances.add(Instance.broken(Rule.CARDINALITY, array(schema, fewest - 1), "minItems"));
        }
        if (schema.has("maxItems")) {
            int most = schema.get("maxItems").asInt();
            instances.add(Instance.valid(array(schema, most), "maxItems"));
            instances.add(Instance.broken(Rule.CARDINALITY, array(schema, most + 1), "maxItems"));
        }
        for (Instance instance : of(schema.get("items"))) {
            instances.add(instance.in(array(schema, Math.max(1, fewest))));
        }
        return instances;
    }
}
