package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The bills of materials (CycloneDX) beside the packaged server name what is in it. */
class BillOfMaterialsTest {
    private static final Path APP = ServerProcess.JAR.getParent();

    @Test
    void every_library_of_the_server_is_named() throws IOException {
        Set<String> named = components("server.json").stream()
                .map(one -> one.path("group").asText() + "." + one.path("name").asText() + "-"
                        + one.path("version").asText())
                .collect(Collectors.toSet());
        List<String> missing;
        try (Stream<Path> jars = Files.list(APP.resolve("lib"))) {
            missing = jars.map(jar -> jar.getFileName()
                            .toString()
                            .replaceFirst("^modified-", "") // by Quarkus, while it packages
                            .replaceFirst("\\.jar$", ""))
                    .filter(jar -> named.stream().noneMatch(jar::startsWith)) // behind it stands a classifier at most
                    .toList();
        }
        assertThat(missing).isEmpty();
        assertThat(named).hasSizeGreaterThan(50);
    }

    @Test
    void the_libraries_of_the_dashboard_are_named() throws IOException {
        assertThat(components("dashboard.json"))
                .extracting(one -> one.path("name").asText())
                .contains("react", "react-dom", "@tanstack/react-query");
        assertThat(components("dashboard.json"))
                .filteredOn(one -> one.path("name").asText().equals("typescript"))
                // npm calls it optional, because libraries of the dashboard take it for a peer where it is
                .allSatisfy(one -> assertThat(one.path("scope").asText()).isEqualTo("optional"))
                .isNotEmpty();
    }

    private static List<JsonNode> components(String file) throws IOException {
        JsonNode bill = new ObjectMapper().readTree(APP.resolve("sbom/" + file).toFile());
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        return StreamSupport.stream(bill.path("components").spliterator(), false)
                .toList();
    }
}
