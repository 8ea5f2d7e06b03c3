package org.ohmstead.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Fleets;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.rig.OwnProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stations that connect, boot and stay: some of many, because one process may have 20,000 sockets only. */
@Command(hidden = true)
final class StationsCommand implements Callable<Integer> {
    @Option(names = "--endpoint", required = true)
    private URI endpoint = URI.create("");

    @Option(names = "--from", required = true)
    private int from;

    @Option(names = "--count", required = true)
    private int count;

    @Override
    public Integer call() throws IOException, InterruptedException, TimeoutException {
        try (Fleet fleet = Fleet.of(endpoint)) {
            fleet.connect(Fleets.heartbeats(from, count, List.of(Version.V16, Version.V201)), Duration.ofMinutes(5));
            System.out.println("ready " + count);
            OwnProcess.untilEnded();
        }
        return 0;
    }
}
