package org.ohmstead.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ratios of an earlier run, kept in the repository. Ratios alone: both of their sides were measured within one run, so
 * they mean the same on another machine, where figures would not. A ratio is made so that more is better.
 */
public record Baseline(Map<String, Double> ratios) {
    /** What a ratio may differ from one run to the next without anything having changed. */
    private static final double NOISE = 0.15;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How a ratio stands against the earlier run; one that is not measured any more counts as 0. */
    public record Change(String key, double before, double now) {
        public boolean isFall() {
            return now < before * (1 - NOISE);
        }

        public boolean isRise() {
            return now > before * (1 + NOISE);
        }

        @Override
        public String toString() {
            String word = now == 0 ? "GONE" : isFall() ? "FELL" : isRise() ? "rose" : "same";
            return "  %-60s %8.3f -> %8.3f  %s".formatted(key, before, now, word);
        }
    }

    public static Baseline of(List<Figure> figures) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        figures.stream()
                .filter(figure -> figure.unit() == Unit.RATIO)
                .forEach(figure -> ratios.put(figure.key(), figure.median()));
        return new Baseline(ratios);
    }

    public static Baseline read(Path file) throws IOException {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : JSON.readTree(file.toFile()).properties()) {
            ratios.put(entry.getKey(), entry.getValue().asDouble());
        }
        return new Baseline(ratios);
    }

    public void write(Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ratios.forEach((key, value) -> root.put(key, Math.round(value * 1000) / 1000.0));
        Files.writeString(
                file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + System.lineSeparator());
    }

    /** Those that were kept; what is new is compared once it is kept. */
    public List<Change> changes(Baseline now) {
        List<Change> changes = new ArrayList<>();
        ratios.forEach((key, before) -> {
            changes.add(new Change(key, before, now.ratios().getOrDefault(key, 0.0)));
        });
        return changes;
    }
}
