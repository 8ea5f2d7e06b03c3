package org.ohmstead.bench.scenario;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Fleets;
import org.ohmstead.bench.load.Tally;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Unit;
import org.ohmstead.bench.rig.Database;
import org.ohmstead.bench.rig.ServerProcess;
import org.ohmstead.bench.rig.Target;

/**
 * The server is killed and started again; its stations dial within a second after each failure, all at once: without TLS, and with.
 * Time counts from the start of the process until the last one was accepted again.
 */
public final class Storm implements Scenario {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What came of some runs. */
    private record Outcome(List<Double> served, List<Double> worst, List<Double> refused) {
        Outcome() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public String name() {
        return "storm";
    }

    @Override
    public void run(Setting setting) throws IOException, InterruptedException, TimeoutException {
        int stations = setting.size(500, 10_000);
        Outcome plain = run(setting, stations, 0);
        String name = "reconnect storm, %,d stations".formatted(stations);
        report(setting, name, plain, Goal.atMost(20));

        Outcome secure = run(setting, stations, ServerProcess.freePort());
        report(setting, name + " with TLS", secure, null);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < secure.served().size(); i++) {
            ratios.add(secure.served().get(i) / plain.served().get(i));
        }
        setting.report().add(Figure.of(name + " with TLS", "times as long as without", Unit.GROWTH, ratios));
    }

    private static void report(Setting setting, String name, Outcome outcome, @Nullable Goal goal) {
        Figure served = Figure.of(name, "until all are served", Unit.SECONDS, outcome.served());
        setting.report().add(goal == null ? served : served.goal(goal));
        setting.report().add(Figure.of(name, "slowest from dial to boot", Unit.SECONDS, outcome.worst()));
        setting.report().add(Figure.of(name, "refused or cut off", Unit.COUNT, outcome.refused()));
    }

    /** @param tlsPort 0: without TLS */
    private static Outcome run(Setting setting, int stations, int tlsPort)
            throws IOException, InterruptedException, TimeoutException {
        List<String> flags = new ArrayList<>(List.of("--unknown-stations=accept", "--new-stations-per-hour=1000000"));
        if (tlsPort > 0) {
            flags.add("--tls-port=" + tlsPort);
        }
        Outcome outcome = new Outcome();
        try (Target target =
                        setting.target().open(setting.cores(), Database.Kind.SQLITE, flags.toArray(new String[0]));
                Fleet fleet = Fleet.tenacious(
                        tlsPort == 0 ? target.stations() : URI.create("wss://127.0.0.1:" + tlsPort + "/ocpp"))) {
            target.server().start();
            fleet.connect(Fleets.heartbeats(0, stations, List.of(Version.V16, Version.V201)), PATIENCE);
            for (int run = 0; run < setting.repeats(); run++) {
                target.server().kill();
                while (fleet.booted() > 0) {
                    Thread.sleep(10);
                }
                Thread.sleep(Duration.ofSeconds(1));
                fleet.clear();
                long start = System.nanoTime();
                target.server().launch();
                fleet.awaitBooted(stations, PATIENCE);
                outcome.served().add((System.nanoTime() - start) / 1e9);
                fleet.onLoop(() -> {
                    Tally tally = fleet.tally();
                    outcome.worst().add(tally.boots().maxMillis() / 1000);
                    outcome.refused().add((double) (tally.turnedAway() + tally.errors() + tally.lost()));
                });
            }
        }
        return outcome;
    }
}
