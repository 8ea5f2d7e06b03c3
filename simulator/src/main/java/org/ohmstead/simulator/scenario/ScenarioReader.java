package org.ohmstead.simulator.scenario;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.scenario.Scenario.Step;
import org.ohmstead.simulator.station.StationOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a script; everything wrong is found before the station makes its first step. */
public final class ScenarioReader {
    private static final Set<String> STATION = Set.of(
            "identity",
            "version",
            "url",
            "password",
            "connectors",
            "powerKw",
            "dc",
            "meterInterval",
            "speed",
            "seed",
            "startsAtPlug",
            "strict");

    private ScenarioReader() {}

    public static Scenario read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            return read(String.valueOf(file.getFileName()), text);
        }
    }

    /** Reads a script from anywhere; {@code file} is its name in messages. */
    public static Scenario read(String file, Reader text) {
        Field root = new Field(file, "", compose(file, text));
        Map<String, Field> parts = root.members(Set.of("station", "steps"));
        Field steps = parts.get("steps");
        if (steps == null) {
            throw new ScenarioFailure(file, root.line(), "steps: found nothing, allowed is a list of steps");
        }
        Field station = parts.get("station");
        StationOptions options = options(station == null ? Map.of() : station.members(STATION));
        List<Step> read = new ArrayList<>();
        for (Field step : steps.items()) {
            read.add(Steps.read(step, options));
        }
        return new Scenario(file, options, List.copyOf(read));
    }

    private static Node compose(String file, Reader text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(text);
            if (root == null) {
                throw new ScenarioFailure(file, 1, "the file is empty");
            }
            return root;
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw new ScenarioFailure(file, line, "no YAML: " + broken.getProblem());
        }
    }

    private static StationOptions options(Map<String, Field> station) {
        Field identity = station.get("identity");
        StationOptions options = new StationOptions(identity == null ? "SCENARIO" : identity.text()).url("");
        double[] kiloWatts = {11};
        boolean[] dc = {false};
        station.forEach((name, field) -> {
            switch (name) {
                case "version" -> options.version(field.parsed("1.6, 2.0.1 or 2.1", OcppVersion::ofNumber));
                case "url" -> options.url(field.text());
                case "password" -> options.password(field.text());
                case "connectors" -> options.outlets(field.whole(1));
                case "powerKw" -> kiloWatts[0] = field.number();
                case "dc" -> dc[0] = field.flag();
                case "meterInterval" -> options.meterInterval(field.time());
                case "speed" -> options.speed(Math.max(0.001, field.number()));
                case "seed" -> options.seed(field.whole(0));
                case "startsAtPlug" -> options.startsAtPlug(field.flag());
                case "strict" -> options.strict(field.flag());
                default -> {
                    // The identity, which was needed first.
                }
            }
        });
        double watts = kiloWatts[0] * 1000;
        return dc[0] ? options.dc(watts) : options.ac(watts);
    }
}
