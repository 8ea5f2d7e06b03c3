package org.ohmstead.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.bench.load.Cards;
import org.ohmstead.bench.load.Facts;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Fleets;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.rig.Api;
import org.ohmstead.bench.rig.Cores;
import org.ohmstead.bench.rig.ProcessFacts;
import org.ohmstead.bench.rig.Target;
import org.ohmstead.bench.rig.TargetOptions;
import org.ohmstead.bench.scenario.ClosedLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One closed loop against one server, for whoever works on the server. */
@Command(
        mixinStandardHelpOptions = true,
        description = "One closed loop of Heartbeats, or of charging sessions, against one server")
final class LoadCommand implements Callable<Integer> {
    /** What the stations say. */
    enum Words {
        HEARTBEATS,
        SESSIONS
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Words words;
    private final Clock clock;

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Option(
            names = "--stations",
            defaultValue = "200",
            converter = Positive.class,
            description = "How many (default: ${DEFAULT-VALUE})")
    private int stations = 200;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            converter = Positive.class,
            description = "How long it is measured (default: ${DEFAULT-VALUE})")
    private int seconds = 10;

    @Option(names = "--warm-up", defaultValue = "8", description = "Seconds before that (default: ${DEFAULT-VALUE})")
    private int warmUp = 8;

    @Option(
            names = "--runs",
            defaultValue = "1",
            converter = Positive.class,
            description = "Measurements, one after the other (default: ${DEFAULT-VALUE})")
    private int runs = 1;

    @Option(
            names = "--versions",
            split = ",",
            defaultValue = "V16,V201",
            description = "Of ${COMPLETION-CANDIDATES}; stations take turns (default: ${DEFAULT-VALUE})")
    private List<Version> versions = new ArrayList<>();

    @Option(
            names = "--cards",
            defaultValue = "OWN",
            description = "Of ${COMPLETION-CANDIDATES}: each station's own, or one for all (default: ${DEFAULT-VALUE})")
    private Cards cards = Cards.OWN;

    @Option(names = "--url", description = "A running server, such as http://127.0.0.1:8080, instead of one of its own")
    private @Nullable URI url;

    @Option(names = "--pid", description = "The process of that server, to see its time and memory")
    private long pid;

    LoadCommand(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, TimeoutException {
        if (!spec.parent().commandLine().getParseResult().matchedOptions().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "options in front of '" + spec.name() + "' mean nothing to it: write them behind");
        }
        if (url != null && (!"http".equals(url.getScheme()) || url.getPort() < 0)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--url is " + url + ", but has to look like http://127.0.0.1:8080, port included");
        }
        Cores cores = Cores.share();
        System.out.println(cores.words());
        if (url != null) {
            System.out.println(url + (pid == 0 ? ", whose time and memory nobody knows without --pid" : ""));
            load(url, System.getenv().getOrDefault("OHMSTEAD_API_KEY", ""), new ProcessFacts(pid));
            return 0;
        }
        System.out.println("on " + target.database().words());
        try (Target server = target.open(cores, target.database())) {
            server.server().start();
            load(server.server().http(), server.server().key(), server.server().facts());
        }
        return 0;
    }

    private void load(URI server, String key, ProcessFacts facts)
            throws IOException, InterruptedException, TimeoutException {
        try (Api api = new Api(server, key)) {
            api.stations(Fleets.identities(stations));
            if (words == Words.SESSIONS) {
                api.tokens(cards.values(stations));
            }
        }
        List<Fleet.Plan> plans =
                switch (words) {
                    case HEARTBEATS -> Fleets.heartbeats(0, stations, versions);
                    case SESSIONS -> Fleets.sessions(stations, versions, cards, clock, Facts.UNCHECKED);
                };
        try (Fleet fleet = Fleet.of(URI.create("ws://" + server.getAuthority() + "/ocpp"))) {
            fleet.connect(plans, Duration.ofSeconds(60));
            for (int run = 0; run < runs; run++) {
                System.out.println(ClosedLoop.measure(
                        fleet, facts, Duration.ofSeconds(run == 0 ? warmUp : 1), Duration.ofSeconds(seconds)));
            }
        }
    }
}
