package org.ohmstead.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.ohmstead.bench.rig.OwnProcess;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.CallerOf;
import org.ohmstead.ocpp.rpc.LinkEngine;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.LinkSettings;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.ocpp.rpc.Wire;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.ocpp.v16.Heartbeat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many station links without sockets, each after its first answered Heartbeat. */
@Command(hidden = true)
final class LinksCommand implements Callable<Integer> {
    private final Clock clock;
    private final List<OcppLink<String>> links = new ArrayList<>();

    @Option(names = "--count", required = true)
    private int count;

    LinksCommand(Clock clock) {
        this.clock = clock;
    }

    /** Counts what is sent; there is no socket. */
    private record Nowhere(CountDownLatch sent) implements Wire {
        @Override
        public void send(String text) {
            sent.countDown();
        }

        @Override
        public void close(int code, String reason) {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var alarms = new ScheduledThreadPoolExecutor(1);
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            LinkEngine engine =
                    new LinkEngine(workers, LinkEngine.onVirtualThreads(alarms).timers());
            Routes<String> routes = Routes.<String>of(OcppVersion.V16)
                    .call(Heartbeat.Request.class, (station, request) -> new Heartbeat.Response(clock.instant()))
                    .build();
            open(1_000, routes, engine);
            links.clear();
            System.out.println("empty");
            System.in.read();
            open(count, routes, engine);
            System.out.println("open " + links.size());
            OwnProcess.untilEnded();
            alarms.shutdownNow();
        }
        return 0;
    }

    private void open(int many, Routes<String> routes, LinkEngine engine) throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(many);
        for (int i = 0; i < many; i++) {
            String identity = "BENCH-%06d".formatted(i);
            OcppLink<String> link = new OcppLink<>(
                    CallerOf.always(identity),
                    routes,
                    LinkSettings.DEFAULT,
                    new Nowhere(answers),
                    engine,
                    LinkObserver.NONE);
            links.add(link);
            link.open();
            link.received("[2,\"" + i + "\",\"Heartbeat\",{}]");
        }
        answers.await();
    }
}
