package org.ohmstead.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.Fleet;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.network.ClientTls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One station of each version, charging within seconds. */
@Command(name = "demo", description = "Runs one station of each OCPP version, charging, until interrupted.")
final class DemoCommand implements Callable<Integer> {
    private static final Map<String, OcppVersion> STATIONS =
            new TreeMap<>(Map.of("DEMO-16", OcppVersion.V16, "DEMO-201", OcppVersion.V201, "DEMO-21", OcppVersion.V21));

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this")
    @SuppressWarnings("unused") // picocli prints the help when it is set
    private boolean help;

    @Mixin
    private final CsmsOptions csms = new CsmsOptions();

    @Override
    public Integer call() {
        csms.register(List.copyOf(STATIONS.keySet()), System.err);
        Fleet fleet = new Fleet(0, csms.insecure);
        ClientTls tls = csms.tls();
        STATIONS.forEach((identity, version) -> {
            StationOptions options = new StationOptions(identity)
                    .url(csms.url)
                    .secureUrl(csms.secureUrl)
                    .password(csms.password)
                    .tls(tls)
                    .version(version)
                    .meterInterval(Duration.ofSeconds(5))
                    .plugsOnRemoteStart(true)
                    .outlets(2);
            if (version == OcppVersion.V21) {
                options.dc(150_000);
            } else {
                options.ac(version == OcppVersion.V16 ? 11_000 : 22_000);
            }
            fleet.add(options, new Token(csms.token), Duration.ofSeconds(8), Duration.ofMinutes(10));
        });
        fleet.begin();
        new Run(fleet, STATIONS.size(), System.out).until(() -> false);
        return 0;
    }
}
