package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI document by itself: complete, and of one make. */
final class ApiDocumentTest {
    /** Their 503 says the same as their 200. */
    private static final Set<String> HEALTH = Set.of("getHealth", "getHealthReady", "getHealthLive");

    /** A WebSocket begins, or a page is to be looked at. */
    private static final Set<String> ELSEWHERE = Set.of("101", "303", "304");

    @TempDir
    static Path folder;

    static ServerProcess server;
    static ApiDocument document;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder);
        document = ApiDocument.of(server.api());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_route_is_in_the_document_and_nothing_else_is() {
        Set<String> documented = new TreeSet<>();
        document.operations().values().forEach(one -> documented.add(one.method() + " " + one.path()));
        Set<String> routes = ApiRoutes.ofResources();
        routes.removeIf(route -> route.contains(" /files/")); // links that we make, for stations alone
        routes.removeIf(
                route -> route.contains(" /pki/")); // which certificates name, spoken as RFC 5280 and 6960 have it
        routes.removeIf(route -> route.contains(" /payments/")); // where providers of payments call, in their own words
        routes.addAll(Set.of("get /metrics", "get /openapi")); // of Quarkus

        assertThat(documented).isEqualTo(routes).hasSizeGreaterThan(30);
        assertThat(ApiRoutes.classesWithARouter())
                .as("routes beside JAX-RS: the door of all requests, and the redirect of / to the page")
                .containsExactly("org.ohmstead.app.Server");
    }

    @Test
    void it_says_what_it_is_and_whose() {
        JsonNode node = document.node();
        assertThat(node.path("openapi").asText()).startsWith("3.1");
        assertThat(node.at("/info/license/identifier").asText()).isEqualTo("Apache-2.0");
        assertThat(node.at("/info/version").asText()).isEqualTo("1");
        assertThat(node.at("/servers/0/url").asText()).isEqualTo("/");
        Set<String> described = new TreeSet<>();
        for (JsonNode tag : node.path("tags")) {
            assertThat(tag.path("description").asText()).isNotBlank();
            described.add(tag.path("name").asText());
        }
        for (ApiDocument.Operation operation : document.operations().values()) {
            assertThat(operation.id()).matches("[a-z]+[A-Z]\\w+");
            assertThat(operation.node().path("summary").asText())
                    .as(operation.id())
                    .isNotBlank();
            assertThat(described)
                    .as(operation.id())
                    .contains(operation.node().at("/tags/0").asText());
        }
    }

    @Test
    void every_answer_has_its_schema_and_every_error_is_a_problem() {
        List<String> faults = new ArrayList<>();
        for (ApiDocument.Operation operation : document.operations().values()) {
            boolean succeeds = false;
            for (Map.Entry<String, JsonNode> entry :
                    operation.node().path("responses").properties()) {
                String status = entry.getKey();
                JsonNode content = document.resolved(entry.getValue()).path("content");
                boolean elsewhere = ELSEWHERE.contains(status);
                succeeds |= status.startsWith("2") || elsewhere;
                boolean problem = !status.startsWith("2")
                        && !elsewhere
                        && !(status.equals("503") && HEALTH.contains(operation.id()));
                if (problem
                        && !content.at("/application~1problem+json/schema/$ref")
                                .asText()
                                .endsWith("/Problem")) {
                    faults.add(operation.id() + " " + status + " is no problem");
                }
                if (!problem && !elsewhere && !status.equals("204") && content.isEmpty()) {
                    faults.add(operation.id() + " " + status + " has no content");
                }
                content.forEach(type -> faults.addAll(emptySchema(operation.id() + " " + status, type.path("schema"))));
            }
            if (!succeeds) {
                faults.add(operation.id() + " never succeeds: its method needs an @APIResponse of 200");
            }
            if (!operation.node().path("responses").has("default")) {
                faults.add(operation.id() + " has no default");
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> emptySchema(String what, JsonNode schema) {
        return schema.isEmpty() ? List.of(what + " has an empty schema") : List.of();
    }

    @Test
    void parameters_have_their_types_and_a_description() {
        List<String> faults = new ArrayList<>();
        for (ApiDocument.Operation operation : document.operations().values()) {
            for (String in : List.of("path", "query")) {
                document.parameters(operation, in).forEach((name, parameter) -> {
                    if (parameter.path("description").asText().isBlank()) {
                        faults.add(operation.id() + " " + name + " has no description");
                    }
                    JsonNode schema = document.resolved(parameter.path("schema"));
                    if (!schema.has("type")
                            || (schema.path("type").asText().equals("integer") && !schema.has("format"))) {
                        faults.add(operation.id() + " " + name + " has no type or format");
                    }
                });
            }
            JsonNode limit = document.parameters(operation, "query").get("limit");
            if (limit != null) {
                assertThat(limit.path("schema").toString())
                        .as(operation.id())
                        .contains("\"minimum\":1", "\"maximum\":500", "\"default\":50", "\"format\":\"int32\"");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void schemas_say_what_is_there_and_refer_to_what_exists() {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry :
                document.node().at("/components/schemas").properties()) {
            JsonNode schema = entry.getValue();
            if (schema.path("type").asText().equals("object") && !schema.has("properties")) {
                faults.add(entry.getKey() + " has no properties");
            }
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                String type = property.getValue().path("type").toString();
                if (type.contains("integer") && !property.getValue().has("format")) {
                    faults.add(entry.getKey() + "." + property.getKey() + " has no format");
                }
                if (property.getValue().isEmpty()) {
                    faults.add(entry.getKey() + "." + property.getKey() + " says nothing");
                }
            }
        }
        for (JsonNode ref : document.node().findValues("$ref")) {
            if (document.node().at(ref.asText().substring(1)).isMissingNode()) {
                faults.add(ref.asText() + " does not exist");
            }
        }
        assertThat(faults).isEmpty();
    }
}
