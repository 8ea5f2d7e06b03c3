package org.ohmstead.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.ohmstead.bench.scenario.Charging;
import org.ohmstead.bench.scenario.Codec;
import org.ohmstead.bench.scenario.Idle;
import org.ohmstead.bench.scenario.Links;
import org.ohmstead.bench.scenario.OpenLoad;
import org.ohmstead.bench.scenario.Queries;
import org.ohmstead.bench.scenario.Scenario;
import org.ohmstead.bench.scenario.Startup;
import org.ohmstead.bench.scenario.Storm;
import org.ohmstead.bench.scenario.Throughput;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a scenario. */
final class ScenarioWord implements ITypeConverter<Scenario> {
    /** In the order in which they run where none is asked for. */
    static final List<Scenario> ALL = List.of(
            new Throughput(),
            new OpenLoad(),
            new Startup(),
            new Charging(),
            new Idle(),
            new Storm(),
            new Links(),
            new Codec(),
            new Queries());

    /** Those whose figures are ratios. */
    static final List<Scenario> COMPARED = List.of(new Throughput(), new Codec());

    @Override
    public Scenario convert(String word) {
        return ALL.stream()
                .filter(scenario -> scenario.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no scenario '" + word + "', but "
                        + ALL.stream().map(Scenario::name).collect(Collectors.joining(", "))));
    }
}
