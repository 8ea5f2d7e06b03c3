package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.MeterValues;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.simulator.SimStation;
import org.ohmstead.simulator.Simulators;
import org.ohmstead.simulator.station.Ledger;
import org.ohmstead.simulator.station.ManualTime;
import org.ohmstead.simulator.station.StationOptions;

/** kill -9 in the middle of 200 charging stations: whatever a station was told is stored is there afterwards, once. */
final class KillTest {
    private static final String TAG = "04A2B3C4D5E680";
    private static final int STATIONS = 200;

    @TempDir
    Path folder;

    /** A station and the clock that its test moves. */
    private record Charging(SimStation station, ManualTime time) {}

    @Test
    void every_acknowledged_fact_survives_a_kill_once() throws Exception {
        Store store = Store.sqlite(folder);
        try (ServerProcess server = ServerProcess.start(folder, store.flag());
                Simulators simulators = new Simulators();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.api().tokens(TAG);
            List<Charging> fleet = fleet(server, simulators);
            all(threads, fleet, KillTest::begin);

            AtomicBoolean goOn = new AtomicBoolean(true);
            List<Future<?>> metering = fleet.stream()
                    .<Future<?>>map(one -> threads.submit(() -> {
                        while (goOn.get()) {
                            one.time().advance(Duration.ofMinutes(1));
                            one.station().meter(1);
                        }
                    }))
                    .toList();
            Await.until("a thousand readings are acknowledged", () -> facts(fleet).count() > 1000);
            server.kill();
            goOn.set(false);
            for (Future<?> one : metering) {
                one.get();
            }
            server.restart();
            all(threads, fleet, KillTest::end);
            for (Charging one : fleet) {
                check(server, one.station());
            }
            assertThat(store.count("select count(*) from charging_session")).isEqualTo(STATIONS);
        }
    }

    private List<Charging> fleet(ServerProcess server, Simulators simulators) {
        List<Charging> fleet = new ArrayList<>();
        for (int i = 0; i < STATIONS; i++) {
            String identity = "KILL-" + i;
            server.api().stations(identity);
            ManualTime time = new ManualTime(Instant.now());
            SimStation station = simulators.station(new StationOptions(identity)
                    .url(server.stationUrl())
                    .version(OcppVersion.values()[i % 3])
                    .time(time)
                    .keepsLedger(true));
            fleet.add(new Charging(station.patience(Duration.ofMinutes(2)), time));
        }
        return fleet;
    }

    private static void begin(Charging one) {
        one.station().connect();
        one.station().plugIn(1);
        one.station().authorize(TAG);
        one.station().start(1);
        one.station().awaitDelivered();
    }

    private static void end(Charging one) {
        one.station().loseConnection();
        one.station().reconnect();
        one.time().advance(Duration.ofMinutes(1));
        one.station().stop(1);
        one.station().awaitDelivered();
    }

    private static void all(ExecutorService threads, List<Charging> fleet, java.util.function.Consumer<Charging> step)
            throws Exception {
        List<Future<?>> running = fleet.stream()
                .<Future<?>>map(one -> threads.submit(() -> step.accept(one)))
                .toList();
        for (Future<?> one : running) {
            one.get();
        }
    }

    private static Stream<Ledger.Fact> facts(List<Charging> fleet) {
        return fleet.stream().flatMap(one -> one.station().ledger().acknowledged().stream());
    }

    private static void check(ServerProcess server, SimStation station) {
        String identity = station.identity();
        List<JsonNode> sessions = server.api().all("/api/v1/sessions?station=" + identity);
        assertThat(sessions).as(identity).hasSize(1);
        JsonNode session = sessions.getFirst();
        assertThat(session.path("state").asText()).as(session.toString()).isEqualTo("ended");
        assertThat(session.path("verdict").asText()).as(session.toString()).isEqualTo("complete");

        List<Instant> stored = server.api().all("/api/v1/sessions/" + session.path("id").asText() + "/readings").stream()
                .map(reading -> Instant.parse(reading.path("sampledAt").asText()))
                .toList();
        List<Instant> promised = station.ledger().acknowledged().stream()
                .flatMap(KillTest::samples)
                .toList();
        Set<Instant> once = new HashSet<>(promised);
        assertThat(stored).as(identity).containsAll(once);
        for (Instant sample : once) {
            assertThat(stored.stream().filter(sample::equals).count())
                    .as(identity + " " + sample)
                    .isEqualTo(promised.stream().filter(sample::equals).count());
        }
    }

    /** When the meter was read, of each reading in a message. */
    private static Stream<Instant> samples(Ledger.Fact fact) {
        return switch (fact.request()) {
            case MeterValues.Request values ->
                values.meterValue().stream().map(org.ohmstead.ocpp.v16.MeterValue::timestamp);
            case TransactionEvent.Request event when event.meterValue() != null ->
                event.meterValue().stream().map(org.ohmstead.ocpp.v2.MeterValue::timestamp);
            default -> Stream.of();
        };
    }
}
