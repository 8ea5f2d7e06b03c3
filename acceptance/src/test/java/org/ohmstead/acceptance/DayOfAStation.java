package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.Deliveries;
import org.ohmstead.simulator.station.Registration;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.time.ManualTime;

/** Ring 4: simulated stations against the packaged server; the same on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DayOfAStation {
    private static final String TAG = "04A2B3C4D5E680";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final BigDecimal ONE_WH = BigDecimal.ONE;

    private Store store;
    private ServerProcess server;
    private Simulators simulators;

    abstract Store open(Path folder);

    @BeforeAll
    void start(@TempDir Path folder) {
        store = open(folder);
        server = ServerProcess.start(folder, store.flag(), "--clock-tolerance=1d"); // time is short here
        server.api().tokens(TAG);
    }

    @AfterAll
    void stop() {
        server.close();
        store.close();
    }

    @BeforeEach
    void simulate() {
        simulators = new Simulators();
    }

    @AfterEach
    void end() {
        simulators.close();
    }

    private SimStation station(String identity, OcppVersion version, ManualTime time) {
        server.api().stations(identity);
        return simulators
                .station(new StationOptions(identity)
                        .url(server.stationUrl())
                        .version(version)
                        .time(time)
                        // An attempt that fails is repeated in station time, which stands here.
                        .callTimeout(PATIENCE))
                .patience(PATIENCE);
    }

    private static ManualTime now() {
        return new ManualTime(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    @ParameterizedTest
    @EnumSource
    void from_boot_to_stop_every_fact_is_stored(OcppVersion version) {
        ManualTime time = now();
        SimStation station = station("DAY-" + version, version, time);
        assertThat(station.connect()).isEqualTo(Registration.Status.ACCEPTED);
        station.plugIn(1);
        assertThat(station.authorize(TAG).toString()).containsIgnoringCase("accepted");
        final double before = station.registerWh(1);
        Instant started = time.now();
        station.start(1);
        for (int i = 0; i < 6; i++) {
            time.advance(Duration.ofMinutes(10));
            station.meter(1);
        }
        station.stop(1);
        station.unplug(1);
        station.awaitDelivered();

        JsonNode session = only("DAY-" + version);
        assertThat(session.path("state").asText()).isEqualTo("ended");
        assertThat(session.path("verdict").asText()).as(session.toString()).isEqualTo("complete");
        assertThat(session.path("energyWh").decimalValue())
                .isCloseTo(BigDecimal.valueOf(station.registerWh(1) - before), within())
                .isPositive();
        assertThat(Duration.between(
                        started, Instant.parse(session.path("startedAt").asText())))
                .isLessThan(Duration.ofSeconds(2));
        assertThat(Duration.between(
                        started, Instant.parse(session.path("endedAt").asText())))
                .isCloseTo(Duration.ofMinutes(60), Duration.ofSeconds(2));
        String id = session.path("id").asText();
        assertThat(server.api().all("/api/v1/sessions/" + id + "/readings")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(server.api().all("/api/v1/sessions/" + id + "/evidence")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(store.count("select count(*) from charging_session where station_id = "
                        + "(select id from station where identity = 'DAY-" + version + "')"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_queued_offline_is_replayed_and_is_there_once(OcppVersion version) {
        ManualTime time = now();
        SimStation station = station("OFF-" + version, version, time);
        station.connect();
        station.plugIn(1);
        station.authorize(TAG);
        station.start(1);
        station.awaitDelivered();
        final double before = station.registerWh(1);
        station.loseConnection();
        for (int i = 0; i < 3; i++) {
            time.advance(Duration.ofMinutes(10));
            station.meter(1);
        }
        station.stop(1);
        station.reconnect();
        station.awaitDelivered();

        JsonNode session = only("OFF-" + version);
        assertThat(session.path("state").asText()).isEqualTo("ended");
        assertThat(session.path("verdict").asText()).as(session.toString()).isEqualTo("complete");
        assertThat(session.path("energyWh").decimalValue())
                .isCloseTo(BigDecimal.valueOf(station.registerWh(1) - before), within());
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_breaks_in_the_middle_of_a_call_costs_nothing(OcppVersion version) {
        ManualTime time = now();
        SimStation station = station("CUT-" + version, version, time);
        station.connect();
        station.plugIn(1);
        station.authorize(TAG);
        station.mischief().losesAnswer(version.isV2() ? "TransactionEvent" : "StartTransaction");
        station.start(1);
        station.await(() -> !station.isConnected(), "the connection is lost");
        station.mischief().losesAnswer(null);
        station.reconnect();
        time.advance(Duration.ofMinutes(10));
        station.stop(1);
        station.awaitDelivered();

        JsonNode session = only("CUT-" + version);
        assertThat(session.path("state").asText()).isEqualTo("ended");
    }

    @Test
    void two_hundred_stations_charge_at_once() throws Exception {
        List<SimStation> stations = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> days = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                ManualTime time = now();
                SimStation station = station("CROWD-" + i, OcppVersion.values()[i % 3], time);
                stations.add(station);
                days.add(threads.submit(() -> chargeForHalfAnHour(station, time)));
            }
            for (Future<?> day : days) {
                day.get();
            }
        }
        assertThat(stations)
                .flatExtracting(station -> station.deliveries().discarded())
                .isEmpty();
        Facts.assertStoredOnce(store, "CROWD-", stations);
        stations.forEach(this::checkSession);
    }

    /** Time moves only when all is answered: no answer then waits for a time that stands. */
    private static void chargeForHalfAnHour(SimStation station, ManualTime time) {
        station.connect();
        station.plugIn(1);
        station.authorize(TAG);
        station.start(1);
        station.awaitDelivered();
        time.advance(Duration.ofMinutes(15));
        station.meter(1);
        station.awaitDelivered();
        time.advance(Duration.ofMinutes(15));
        station.stop(1);
        station.awaitDelivered();
    }

    /** What the API shows against what the station has an answer for. */
    private void checkSession(SimStation station) {
        List<Deliveries.Fact> told = station.deliveries().acknowledged();
        JsonNode session = only(station.identity());
        String shown = session.toString();
        assertThat(session.path("state").asText()).as(shown).isEqualTo("ended");
        assertThat(session.path("verdict").asText()).as(shown).isEqualTo("complete");
        assertThat(session.path("suspicions")).as(shown).isEmpty();
        assertThat(session.path("meterStopWh").decimalValue())
                .as(shown)
                .isCloseTo(BigDecimal.valueOf(station.registerWh(1)), within());
        assertThat(session.path("energyWh").decimalValue())
                .as(shown)
                .isEqualByComparingTo(session.path("meterStopWh")
                        .decimalValue()
                        .subtract(session.path("meterStartWh").decimalValue()))
                .isPositive();
        assertThat(Instant.parse(session.path("endedAt").asText()))
                .isEqualTo(told.getLast().at());
        assertThat(Instant.parse(session.path("startedAt").asText()))
                .isEqualTo(told.getLast().at().minus(Duration.ofMinutes(30)));

        List<JsonNode> trail =
                server.api().all("/api/v1/sessions/" + session.path("id").asText() + "/evidence");
        assertThat(trail)
                .as(shown)
                .extracting(step -> step.path("kind").asText())
                .contains("started", "ended");
        assertThat(trail)
                .as(shown)
                .extracting(step -> step.path("messageId").asText())
                .doesNotContain("");
        assertThat(trail.stream().map(step -> step.path("messageId").asText()).distinct())
                .as(shown)
                .hasSameSizeAs(told);
    }

    private JsonNode only(String station) {
        List<JsonNode> sessions = server.api().all("/api/v1/sessions?station=" + station);
        assertThat(sessions).hasSize(1);
        return sessions.getFirst();
    }

    /** Registers are sent as whole Wh in 1.6. */
    private static org.assertj.core.data.Offset<BigDecimal> within() {
        return org.assertj.core.data.Offset.offset(ONE_WH.add(ONE_WH));
    }
}
