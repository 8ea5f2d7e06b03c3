package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/**
 * Ring 4: kill -9 in the middle of charging stations, which come and go with their drivers, notice it by themselves, go on
 * offline, dial again and repeat what was not answered; and of an operator who changes something all the while. The same on each
 * database.
 */
abstract class KilledInTheMiddle {
    private static final String TAG = "04A2B3C4D5E680";
    private static final List<String> ACTIONS_16 = List.of("StartTransaction", "MeterValues", "StopTransaction");
    private static final String PREFIX = "KILL-";
    /** How long a driver stays, in station time: three meter values. */
    private static final Duration STAY = Duration.ofMinutes(3);

    private final List<SimStation> fleet = new ArrayList<>();
    private final AtomicBoolean open = new AtomicBoolean(true);

    abstract Store open(Path folder);

    abstract int stations();

    @Test
    void every_fact_that_a_station_has_an_answer_for_is_stored_once(@TempDir Path folder) throws Exception {
        try (Store store = open(folder);
                ServerProcess server = ServerProcess.start(folder, store.flag(), "--clock-tolerance=1d");
                Simulators simulators = new Simulators();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.api().tokens(TAG);
            for (int i = 0; i < stations(); i++) {
                fleet.add(station(server, simulators, i));
            }
            Operator operator = new Operator(server.api(), PREFIX + 0, open);
            Future<?> changes = threads.submit(operator);
            List<Future<?>> days = fleet.stream()
                    .<Future<?>>map(station -> threads.submit(() -> day(station)))
                    .toList();
            try {
                Await.until("each station has had a driver", () -> all(station -> stops(station) > 0));
                loseAnswers();
                server.kill();
                Await.until("all have noticed", () -> all(station -> !station.isConnected()));
                Await.until("all have something to tell", () -> all(KilledInTheMiddle::waits));
                server.restart();
                int changed = operator.told();
                Await.until("all are back", () -> all(SimStation::isReady));
                List<Integer> before =
                        fleet.stream().map(KilledInTheMiddle::stops).toList();
                Await.until(
                        "each has a stop answered again",
                        () -> all(station -> stops(station) > before.get(fleet.indexOf(station))));
                Await.until("the operator goes on", () -> operator.told() > changed);
            } finally {
                open.set(false);
            }
            for (Future<?> day : days) {
                day.get();
            }
            changes.get();
            check(store);
            operator.check(store);
        }
    }

    private SimStation station(ServerProcess server, Simulators simulators, int number) {
        String identity = PREFIX + number;
        server.api().stations(identity);
        return simulators
                .station(new StationOptions(identity)
                        .url(server.stationUrl())
                        .version(OcppVersion.values()[number % 3])
                        .speed(60)
                        // So that its clock, which runs fast, never comes to be ahead of the server's.
                        .startAt(Instant.now().minus(Duration.ofHours(6))))
                .patience(Duration.ofMinutes(1));
    }

    /** One driver after the other, connected or not. */
    private void day(SimStation station) {
        station.connect();
        station.authorize(TAG);
        while (open.get()) {
            station.plugIn(1);
            station.start(1);
            Instant leaves = station.station().time().now().plus(STAY);
            station.await(() -> station.station().time().now().isAfter(leaves), "its time does not pass");
            station.stop(1);
            station.unplug(1);
        }
        station.awaitDelivered();
    }

    /** Some have something stored and do not know it, the last of them when the server dies. */
    private void loseAnswers() {
        List<SimStation> some = fleet.subList(0, stations() / 10);
        for (int i = 0; i < some.size(); i++) {
            boolean v2 = some.get(i).station().protocol().version().isV2();
            some.get(i).mischief().losesAnswer(v2 ? "TransactionEvent" : ACTIONS_16.get(i / 3 % ACTIONS_16.size()));
        }
        Set<SimStation> broken = new HashSet<>();
        Await.until("their answers are lost", () -> {
            some.stream().filter(station -> !station.isConnected()).forEach(broken::add);
            return broken.size() == some.size();
        });
    }

    private boolean all(Predicate<SimStation> what) {
        return fleet.stream().allMatch(what);
    }

    private static boolean waits(SimStation station) {
        return station.station().queue().size() > 0;
    }

    private static int stops(SimStation station) {
        return (int) station.deliveries().acknowledged().stream()
                .filter(Facts::isEnd)
                .count();
    }

    private void check(Store store) {
        assertThat(fleet)
                .flatExtracting(station -> station.deliveries().discarded())
                .isEmpty();
        Facts.assertStoredOnce(store, PREFIX, fleet);
        long sessions = fleet.stream().mapToInt(KilledInTheMiddle::stops).sum();
        assertThat(store.count("select count(*) from charging_session")).isEqualTo(sessions);
        assertThat(store.rows(
                        "select id, verdict, suspicions_json from charging_session where verdict <> 'complete'",
                        row -> row.getLong(1) + " " + row.getString(2) + " " + row.getString(3)))
                .isEmpty();
    }
}
