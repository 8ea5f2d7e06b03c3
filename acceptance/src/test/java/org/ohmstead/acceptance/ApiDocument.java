package org.ohmstead.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The OpenAPI document of a running server, and what it says about answers and requests. */
final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode document;
    private final Map<String, Operation> operations = new TreeMap<>();
    private final Map<JsonNode, JsonSchema> open = new HashMap<>();
    private final Map<JsonNode, JsonSchema> closed = new HashMap<>();
    private final ObjectNode closedComponents;

    private ApiDocument(JsonNode document) {
        this.document = document;
        this.closedComponents = document.path("components").deepCopy();
        close(closedComponents);
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> add(path.getKey(), method.getKey(), method.getValue())));
    }

    static ApiDocument of(Api api) {
        return new ApiDocument(api.get("/openapi?format=json").ok());
    }

    /** An operation, by whatever of it the tests ask for. */
    record Operation(String id, String method, String path, JsonNode node) {
        /** Whether its answer never ends. */
        boolean streams() {
            return node.at("/responses/200/content").has("text/event-stream");
        }
    }

    JsonNode node() {
        return document;
    }

    /** By operationId. */
    Map<String, Operation> operations() {
        return operations;
    }

    /** What stands behind a reference; what is none stands for itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** The answer of a status that the document knows for an operation; its {@code default} is for what nobody foresees. */
    Optional<JsonNode> answer(Operation operation, int status) {
        JsonNode answer = operation.node().path("responses").path(Integer.toString(status));
        return answer.isMissingNode() ? Optional.empty() : Optional.of(resolved(answer));
    }

    /** What about a value does not fit a schema that stands in the document. Properties that it does not name do not fit. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return closed
                .computeIfAbsent(schema, one -> {
                    ObjectNode own = one.deepCopy();
                    close(own);
                    return compiled(own, closedComponents);
                })
                .validate(value.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    /** The same for what is sent: properties that are not named are allowed where the schema itself does not forbid them. */
    List<String> faultsOfRequest(JsonNode schema, JsonNode value) {
        return open
                .computeIfAbsent(schema, one -> compiled(one.deepCopy(), document.path("components")))
                .validate(value.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private static JsonSchema compiled(ObjectNode schema, JsonNode components) {
        ObjectNode root = Api.JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.set("components", components);
        root.putArray("allOf").add(schema);
        return SCHEMAS.getSchema(
                root,
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    /** Objects with named properties have no others. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiDocument::close);
    }

    private void add(String path, String method, JsonNode node) {
        String id = node.path("operationId").asText("(none: " + method + " " + path + ")");
        Operation before = operations.put(id, new Operation(id, method, path, node));
        if (before != null) {
            throw new AssertionError("Two operations are called " + id + ": " + before.path() + " and " + path);
        }
    }

    /** Parameters of a place ({@code path} or {@code query}), by name. */
    Map<String, JsonNode> parameters(Operation operation, String in) {
        Map<String, JsonNode> found = new TreeMap<>();
        List<JsonNode> all = new ArrayList<>();
        document.path("paths").path(operation.path()).path("parameters").forEach(all::add);
        operation.node().path("parameters").forEach(all::add);
        for (JsonNode one : all) {
            JsonNode parameter = resolved(one);
            if (parameter.path("in").asText().equals(in)) {
                found.put(parameter.path("name").asText(), parameter);
            }
        }
        return found;
    }
}
