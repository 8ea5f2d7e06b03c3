package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/** What stations of all versions do, as a page hears of it that breaks off in the middle and goes on. */
final class LiveEventsTest {
    private static final String TAG = "04A2B3C4D5E680";
    private static final String LIVE = "/api/v1/events/live";

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static Simulators simulators;
    private static Api owner;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder);
        simulators = new Simulators();
        owner = server.api();
        owner.tokens(TAG);
    }

    @AfterAll
    static void stop() {
        simulators.close();
        server.close();
    }

    private static SimStation station(String identity, OcppVersion version) {
        owner.stations(identity);
        return simulators.station(
                new StationOptions(identity).url(server.stationUrl()).version(version));
    }

    private static String newest() {
        return owner.get("/api/v1/events?limit=1").ok().at("/items/0/id").asText("0");
    }

    @ParameterizedTest
    @EnumSource
    void a_station_boots_and_charges_and_each_event_comes_once_over_a_break(OcppVersion version) {
        String identity = "LIVE-" + version;
        SimStation station = station(identity, version);
        String path = LIVE + "?meter=true&station=" + identity;
        List<FeedClient.Event> told = new ArrayList<>();
        String begin = newest();
        try (FeedClient stream = FeedClient.stream(owner, path + "&after=" + begin, null)) {
            station.connect();
            station.plugIn(1);
            station.authorize(TAG);
            station.start(1);
            stream.until(event -> told.add(event) && event.event().equals("session.started"));
        }
        station.meter(1);
        station.stop(1);
        station.unplug(1);
        station.awaitDelivered();
        station.disconnect();
        String last = told.stream()
                .map(FeedClient.Event::id)
                .filter(id -> id != null)
                .toList()
                .getLast();
        try (FeedClient stream = FeedClient.stream(owner, path, last)) {
            stream.until(event -> told.add(event) && event.event().equals("station.disconnected"));
        }
        List<Long> ids = told.stream()
                .filter(event -> event.id() != null)
                .map(event -> Long.valueOf(event.id()))
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        List<Long> listed = new ArrayList<>();
        owner.all("/api/v1/events?station=" + identity)
                .forEach(event -> listed.add(event.path("id").asLong()));
        assertThat(listed.reversed().stream()
                        .filter(id -> id > Long.parseLong(begin) && id <= ids.getLast())
                        .toList())
                .isEqualTo(ids);
        assertThat(told.stream().map(FeedClient.Event::event).toList())
                .containsSubsequence(
                        "station.connected",
                        "station.booted",
                        "session.started",
                        "session.ended",
                        "station.disconnected");
    }

    @ParameterizedTest
    @EnumSource
    void what_the_meter_of_a_session_shows_comes_as_it_comes_in(OcppVersion version) {
        SimStation station = station("METER-" + version, version);
        station.connect();
        station.plugIn(1);
        station.authorize(TAG);
        station.start(1);
        Await.until("the session is known", Duration.ofSeconds(20), () -> !owner.all(
                        "/api/v1/sessions?state=open&station=METER-" + version)
                .isEmpty());
        try (FeedClient stream = FeedClient.stream(owner, LIVE + "?kind=report.&meter=true", null)) {
            long begun = System.nanoTime();
            station.meter(1);
            FeedClient.Event sample = stream.until(event -> event.event().equals("session.meter")
                    && event.data().path("station").asText().endsWith(version.name()));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(sample.id()).isNull();
            JsonNode session = owner.get(
                            "/api/v1/sessions/" + sample.data().path("session").asText())
                    .ok();
            assertThat(session.path("latest").path("session"))
                    .isEqualTo(sample.data().path("session"));
            assertThat(session.path("latest").path("at").asText()).isNotEmpty();
        }
        station.stop(1);
        station.awaitDelivered();
    }

    @Test
    void a_key_of_another_group_hears_of_nothing() {
        long yard = owner.post("/api/v1/station-groups", "{\"name\":\"Yard\"}")
                .ok()
                .path("id")
                .asLong();
        owner.stations("THEIRS");
        assertThat(owner.post("/api/v1/stations", "{\"identity\":\"OURS\",\"groups\":[" + yard + "]}")
                        .status())
                .isEqualTo(201);
        String secret = owner.post(
                        "/api/v1/api-keys",
                        "{\"name\":\"k\",\"permissions\":[\"station.read\",\"session.read\"],\"stationGroups\":[" + yard
                                + "]}")
                .ok()
                .path("secret")
                .asText();
        try (FeedClient stream = FeedClient.stream(server.api().as(secret), LIVE + "?after=0&meter=true", null)) {
            RawStation.booted(server, "THEIRS", "ocpp1.6").close();
            RawStation.booted(server, "OURS", "ocpp1.6").close();
            FeedClient.Event first = stream.next();
            assertThat(first.data().path("station").asText()).isEqualTo("OURS");
        }
    }
}
