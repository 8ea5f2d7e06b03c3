package org.ohmstead.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.scenario.Play;
import org.ohmstead.simulator.scenario.Scenario;
import org.ohmstead.simulator.scenario.ScenarioFailure;
import org.ohmstead.simulator.scenario.ScenarioReader;
import org.ohmstead.simulator.station.StationOptions;

/** Lets one station follow a script; the process ends with 1 when a step fails. */
final class ScenarioCommand {
    private final CsmsOptions csms;
    private final Path file;
    private final double speed;
    private final long seed;

    ScenarioCommand(CsmsOptions csms, Path file, double speed, long seed) {
        this.csms = csms;
        this.file = file;
        this.speed = speed;
        this.seed = seed;
    }

    int run(PrintStream out) throws InterruptedException {
        Scenario scenario;
        try {
            scenario = ScenarioReader.read(file);
        } catch (IOException e) {
            out.println("--scenario: cannot read " + file + " (" + e.getMessage() + ")");
            return 2;
        } catch (ScenarioFailure wrong) {
            out.println(wrong.getMessage());
            return 2;
        }
        StationOptions options = scenario.options();
        if (options.url().isEmpty()) {
            options.url(csms.url);
        }
        if (options.password() == null) {
            options.password(csms.password);
        }
        options.tls(csms.tls()).secureUrl(csms.secureUrl);
        // The command line says it unless it is at its default, then the file does.
        options.speed(speed == 1 ? options.speed() : speed).seed(seed == 1 ? options.seed() : seed);
        csms.register(List.of(options.identity()), System.err);
        try (Simulators simulators = new Simulators(csms.insecure)) {
            SimStation station = simulators.station(options).patience(Duration.ofSeconds(35));
            new Play(station, csms.token).play(scenario, out);
            station.awaitDelivered();
            out.println("done: all " + scenario.steps().size() + " steps");
            return 0;
        } catch (ScenarioFailure | IllegalStateException failed) {
            out.println("FAILED " + failed.getMessage());
            return 1;
        }
    }
}
