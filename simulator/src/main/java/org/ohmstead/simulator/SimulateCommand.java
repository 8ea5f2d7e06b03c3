package org.ohmstead.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.values.DurationText;
import org.ohmstead.simulator.fleet.Fleet;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.network.ClientTls;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Any number of stations against any CSMS, or one that follows a script. */
@Command(
        name = "./ohmstead simulate",
        description = {
            "Runs virtual charging stations against a CSMS: they boot, and drivers plug in, identify, charge and"
                    + " leave.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./ohmstead simulate --stations 20 --version 2.0.1",
            "  ./ohmstead simulate --stations 500 --version mix --ramp 50/s --duration 10m --url"
                    + " ws://csms.example:9000/ocpp --no-register",
            "  ./ohmstead simulate --scenario simulator/examples/offline.yaml",
            "",
            "The scenario language is described in docs/simulator.md."
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this")
    @SuppressWarnings("unused") // picocli prints the help when it is set
    private boolean help;

    @Mixin
    private final CsmsOptions csms = new CsmsOptions();

    @Option(names = "--stations", paramLabel = "N", defaultValue = "1", description = "how many (default: 1)")
    private int stations;

    @Option(
            names = {"--version", "--ocpp"},
            paramLabel = "1.6|2.0.1|2.1|mix",
            defaultValue = "2.0.1",
            description = "OCPP version; mix takes them in turn (default: ${DEFAULT-VALUE})")
    private String version = "";

    @Option(
            names = "--identity-prefix",
            paramLabel = "TEXT",
            defaultValue = "SIM-",
            description = "before the number in each identity (default: ${DEFAULT-VALUE})")
    private String prefix = "";

    @Option(names = "--connectors", paramLabel = "N", defaultValue = "1", description = "per station (default: 1)")
    private int connectors;

    @Option(
            names = "--power",
            paramLabel = "KW",
            defaultValue = "11",
            description = "of a connector; more than 43 is DC (default: ${DEFAULT-VALUE})")
    private double kiloWatts;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "how much faster than ours the stations' clocks run; their timestamps run ahead (default: 1)")
    private double speed;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "0",
            description = "stop after so many charging sessions")
    private long sessions;

    @Option(names = "--duration", paramLabel = "TIME", description = "stop after a time, such as 90s, 10m or 2h")
    private @Nullable String duration;

    @Option(
            names = "--session-length",
            paramLabel = "TIME",
            defaultValue = "20m",
            description = "station time that a car stays, on average (default: ${DEFAULT-VALUE})")
    private String stay = "";

    @Option(
            names = "--pause",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "station time between two cars, on average (default: ${DEFAULT-VALUE})")
    private String pause = "";

    @Option(
            names = "--meter-interval",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "station time between two meter values (default: ${DEFAULT-VALUE})")
    private String meterInterval = "";

    @Option(
            names = "--ramp",
            paramLabel = "N/s",
            defaultValue = "50/s",
            description = "how many stations dial in a second (default: ${DEFAULT-VALUE})")
    private String ramp = "";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of everything random (default: 1)")
    private long seed;

    @Option(names = "--scenario", paramLabel = "FILE", description = "let one station follow a script instead")
    private @Nullable Path scenario;

    @Override
    public Integer call() throws InterruptedException {
        if (scenario != null) {
            return new ScenarioCommand(csms, scenario, speed, seed).run(System.out);
        }
        List<StationOptions> wanted = stations();
        Duration limit = duration == null ? null : time("--duration", duration);
        Duration carStays = time("--session-length", stay);
        Duration between = time("--pause", pause);
        double perSecond = perSecond();
        csms.register(wanted.stream().map(StationOptions::identity).toList(), System.err);
        Fleet fleet = new Fleet(sessions, csms.insecure);
        Run run = new Run(fleet, wanted.size(), System.out);
        long end = limit == null ? Long.MAX_VALUE : System.nanoTime() + limit.toNanos();
        long began = System.nanoTime();
        Thread dialler = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < wanted.size(); i++) {
                fleet.add(wanted.get(i), new Token(csms.token), between, carStays);
                sleepUntil(began + (long) ((i + 1) / perSecond * 1e9));
            }
            fleet.begin();
        });
        run.until(() -> System.nanoTime() >= end || (sessions > 0 && !dialler.isAlive() && fleet.isDone()));
        return 0;
    }

    private List<StationOptions> stations() {
        List<OcppVersion> versions = version.equalsIgnoreCase("mix")
                ? List.of(OcppVersion.values())
                : OcppVersion.ofNumber(version)
                        .map(List::of)
                        .orElseThrow(() -> wrong("--version", version, "1.6, 2.0.1, 2.1 or mix"));
        if (stations < 1 || connectors < 1 || kiloWatts <= 0 || speed <= 0) {
            throw wrong("--stations, --connectors, --power and --speed", "zero or less", "more than 0");
        }
        List<StationOptions> all = new ArrayList<>();
        ClientTls tls = csms.tls();
        int digits = Math.max(3, String.valueOf(stations).length());
        for (int i = 1; i <= stations; i++) {
            StationOptions options = new StationOptions(prefix + String.format("%0" + digits + "d", i))
                    .url(csms.url)
                    .secureUrl(csms.secureUrl)
                    .password(csms.password)
                    .tls(tls)
                    .version(versions.get(i % versions.size()))
                    .outlets(connectors)
                    .seed(seed)
                    .speed(speed)
                    .meterInterval(time("--meter-interval", meterInterval))
                    .plugsOnRemoteStart(true);
            all.add(kiloWatts > 43 ? options.dc(kiloWatts * 1000) : options.ac(kiloWatts * 1000));
        }
        return all;
    }

    private double perSecond() {
        Matcher rate = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:/s)?").matcher(ramp);
        if (!rate.matches() || Double.parseDouble(rate.group(1)) <= 0) {
            throw wrong("--ramp", ramp, "a number of stations per second, such as 50/s");
        }
        return Double.parseDouble(rate.group(1));
    }

    private Duration time(String option, String text) {
        return DurationText.parseOrSeconds(text)
                .orElseThrow(() -> wrong(option, text, "a time such as 90s, 10m or 2h"));
    }

    private CommandLine.ParameterException wrong(String option, String found, String allowed) {
        CommandLine line = spec == null ? Main.commandLine() : spec.commandLine();
        return new CommandLine.ParameterException(line, option + ": found " + found + ", allowed is " + allowed);
    }

    private static void sleepUntil(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
