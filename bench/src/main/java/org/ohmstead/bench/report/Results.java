package org.ohmstead.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes a report as JSON, for whoever draws or compares. */
public final class Results {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Results() {}

    /** @param cores of the machine; this process may be pinned to fewer */
    public static void write(Report report, int cores, Instant at, Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("at", at.toString());
        ObjectNode machine = root.putObject("machine");
        machine.put("cores", cores);
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("arch", System.getProperty("os.arch"));
        machine.put("jdk", System.getProperty("java.vm.version"));
        ArrayNode notes = root.putArray("notes");
        report.notes().forEach(notes::add);
        ArrayNode figures = root.putArray("figures");
        report.figures().forEach(figure -> add(figures.addObject(), figure));
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void add(ObjectNode node, Figure figure) {
        node.put("scenario", figure.scenario());
        node.put("name", figure.name());
        node.put("unit", figure.unit().symbol());
        node.put("median", figure.median());
        ArrayNode runs = node.putArray("runs");
        figure.runs().forEach(runs::add);
        Goal goal = figure.goal();
        if (goal != null) {
            node.put(goal.atLeast() ? "atLeast" : "atMost", goal.value());
            node.put("met", figure.isGood());
        }
    }
}
