package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What partners see of a running server: the feed, its beginning, its end, and what it keeps to itself. */
final class PartnerFeedTest {
    private static final System.Logger LOG = System.getLogger(PartnerFeedTest.class.getName());
    private static final String PASSWORD = "a sentence of the owner";

    @TempDir
    static Path folder;

    static ServerProcess server;
    static Api owner;

    @BeforeAll
    static void start() throws SQLException {
        server = ServerProcess.start(folder, "--admin-email=olga@example.org", "--admin-password=" + PASSWORD);
        owner = server.api().as(signIn().path("accessToken").asText());
        owner.stations("OURS", "THEIRS", "YARD");
        for (String station : List.of("OURS", "THEIRS", "YARD")) {
            try (RawStation booted = RawStation.booted(server, station, "ocpp1.6")) {
                status(booted, "Available");
            }
        }
        // Groups have no operation of their own yet, and the server has its file for itself.
        server.stop();
        try (Connection connection = Store.sqlite(folder).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into station_group (id, tenant_id, name, name_key, created_at, updated_at)"
                    + " values (5, 1, 'Yard', 'yard', '2026-01-01 00:00:00+00:00', '2026-01-01 00:00:00+00:00')");
            statement.execute("insert into station_group_member (tenant_id, group_id, station_id)"
                    + " select 1, 5, id from station where identity = 'THEIRS'");
        }
        server.restart();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode signIn() {
        return server.api()
                .as("")
                .post(
                        "/api/v1/sign-in",
                        "{\"email\":\"olga@example.org\",\"password\":\"" + PASSWORD + "\",\"client\":\"program\"}")
                .ok();
    }

    private static JsonNode key(String more) {
        return owner.post(
                        "/api/v1/api-keys",
                        "{\"name\":\"Parking\",\"permissions\":[\"partner.read\",\"partner.block\"]" + more + "}")
                .ok();
    }

    private static Api partner() {
        return server.api().as(key("").path("secret").asText());
    }

    private static void status(RawStation station, String status) {
        assertThat(station.ask("[2,\"" + System.nanoTime() + "\",\"StatusNotification\",{\"connectorId\":1,"
                                + "\"errorCode\":\"NoError\",\"status\":\"" + status + "\"}]")
                        .path(0)
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void a_change_reaches_both_kinds_of_readers_within_a_second() {
        Api partner = partner();
        try (RawStation station = RawStation.booted(server, "OURS", "ocpp1.6");
                FeedClient stream = FeedClient.stream(partner, null);
                FeedClient socket = FeedClient.socket(partner, "")) {
            stream.current();
            socket.current();
            List<Long> delays = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String status = i % 2 == 0 ? "Preparing" : "Available";
                long begin = System.nanoTime();
                status(station, status);
                stream.until("connector OURS/1 " + status.toLowerCase(Locale.ROOT) + " connected");
                socket.until("connector OURS/1 " + status.toLowerCase(Locale.ROOT) + " connected");
                delays.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
            }
            LOG.log(System.Logger.Level.INFO, "A change reached stream and socket after so many ms: {0}", delays);
            assertThat(delays.stream().sorted().toList().get(delays.size() / 2)).isLessThan(1000);
            socket.say("what is this?");
            status(station, "Available"); // once more, which is no change
            status(station, "Faulted");
            stream.until("connector OURS/1 faulted connected");
            socket.until("connector OURS/1 faulted connected");
            status(station, "Available");
        }
    }

    @Test
    void whoever_comes_back_is_told_what_was_missed() {
        Api partner = partner();
        try (RawStation station = RawStation.booted(server, "OURS", "ocpp1.6")) {
            String id;
            try (FeedClient stream = FeedClient.stream(partner, null)) {
                id = stream.current().id();
            }
            status(station, "Charging");
            try (FeedClient again = FeedClient.stream(partner, id);
                    FeedClient socket = FeedClient.socket(partner, "?lastEventId=" + id)) {
                for (FeedClient feed : List.of(again, socket)) {
                    // Before "current" if the feed had heard of it when the reader came, after it otherwise.
                    assertThat(feed.bothOf("connector OURS/1 charging connected", "current"))
                            .noneMatch(words -> words.contains("THEIRS")); // which has not changed
                }
            }
            try (FeedClient lost = FeedClient.stream(partner, "0123456789ab-7")) {
                assertThat(lost.next().words()).startsWith("connector OURS/1");
                assertThat(lost.next().words()).startsWith("connector THEIRS/1");
                lost.until("current");
            }
            status(station, "Available");
        }
    }

    @Test
    void a_key_of_a_group_sees_its_stations_and_nothing_else() {
        Api limited =
                server.api().as(key(",\"stationGroups\":[5]").path("secret").asText());
        assertThat(limited.all("/api/v1/partner/connectors"))
                .extracting(each -> each.path("station").asText())
                .containsExactly("THEIRS");
        assertThat(limited.get("/api/v1/partner/connectors/OURS/1/1").status()).isEqualTo(404);
        assertThat(limited.put("/api/v1/partner/connectors/OURS/1/1/block", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(limited.get("/api/v1/sessions").status()).isEqualTo(403);
        assertThat(limited.get("/api/v1/stations").status()).isEqualTo(403);
        try (FeedClient stream = FeedClient.stream(limited, null);
                RawStation ours = RawStation.booted(server, "OURS", "ocpp1.6");
                RawStation theirs = RawStation.booted(server, "THEIRS", "ocpp1.6")) {
            assertThat(stream.next().words()).isEqualTo("connector THEIRS/1 available");
            assertThat(stream.next().event()).isEqualTo("current");
            status(ours, "Preparing");
            status(theirs, "Preparing");
            FeedClient.Event event = stream.next();
            while (!event.data().path("state").asText().equals("preparing")) { // that it has come, before
                assertThat(event.data().path("station").asText()).isEqualTo("THEIRS");
                event = stream.next();
            }
            assertThat(event.words()).isEqualTo("connector THEIRS/1 preparing connected");
            status(ours, "Available");
            status(theirs, "Available");
        }
    }

    @Test
    void a_revoked_key_ends_its_feeds_and_so_does_a_sign_out() throws Exception {
        JsonNode made = key("");
        Api partner = server.api().as(made.path("secret").asText());
        Api person = server.api().as(signIn().path("accessToken").asText());
        HttpResponse<Stream<String>> messages = HttpClient.newHttpClient()
                .send(
                        person.authorised(HttpRequest.newBuilder(person.base().resolve("/api/v1/messages/live")))
                                .build(),
                        BodyHandlers.ofLines());
        assertThat(messages.statusCode()).isEqualTo(200);
        try (FeedClient stream = FeedClient.stream(partner, null);
                FeedClient socket = FeedClient.socket(partner, "");
                FeedClient signedIn = FeedClient.stream(person, null)) {
            stream.current();
            socket.current();
            signedIn.current();
            owner.delete("/api/v1/api-keys/" + made.at("/key/id").asLong()).ok();
            long begin = System.nanoTime();
            for (FeedClient feed : List.of(stream, socket)) {
                FeedClient.Event end = last(feed);
                assertThat(end.event()).isEqualTo("end");
                assertThat(end.data().path("reason").asText()).isEqualTo("access");
            }
            LOG.log(
                    System.Logger.Level.INFO,
                    "Feeds of a revoked key ended after {0} ms",
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
            assertThat(stream.closeCode()).isZero();
            assertThat(socket.closeCode()).isEqualTo(1008);
            assertThat(partner.get("/api/v1/partner/feed").status()).isEqualTo(401);

            person.post("/api/v1/sign-out", "").ok();
            assertThat(last(signedIn).event()).isEqualTo("end");
            assertThat(messages.body().toList()).contains("event:end"); // it has an end, or this would wait for ever
        }
    }

    private static FeedClient.Event last(FeedClient feed) {
        FeedClient.Event event = feed.next();
        while (event.event().equals("connector")) { // other tests have their stations
            event = feed.next();
        }
        return event;
    }

    @Test
    void a_page_shows_its_key_as_a_subprotocol_and_one_of_another_origin_gets_nothing() {
        Api partner = partner();
        String own = "http://" + partner.base().getAuthority();
        try (FeedClient page =
                FeedClient.page(partner, own, "ohmstead.feed.v1", partner.key()).join()) {
            assertThat(page.subprotocol()).isEqualTo("ohmstead.feed.v1");
            page.current();
        }
        for (String origin : List.of("https://evil.example", "null")) {
            assertThatThrownBy(() -> FeedClient.page(partner, origin, "ohmstead.feed.v1", partner.key())
                            .join())
                    .hasStackTraceContaining("403");
        }
        assertThatThrownBy(() -> FeedClient.page(partner, own, "ohmstead.feed.v1", "omk_nonsense")
                        .join())
                .hasStackTraceContaining("401");
        assertThat(partner.get("/api/v1/partner/feed/socket").status()).isEqualTo(400);
    }

    @Test
    void a_key_may_have_five_feeds_open() {
        Api partner = partner();
        List<FeedClient> open = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            open.add(i % 2 == 0 ? FeedClient.stream(partner, null) : FeedClient.socket(partner, ""));
        }
        Api.Answer refused = partner.get("/api/v1/partner/feed");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("5 feeds of");
        open.forEach(FeedClient::close);
        Await.until("there is room again", () -> {
            try (FeedClient again = FeedClient.socket(partner, "")) {
                return again.current() != null;
            }
        });
    }

    @Test
    void a_partner_blocks_and_lifts_and_both_are_told() {
        Api partner = partner();
        Api other = partner();
        String block = "/api/v1/partner/connectors/YARD/1/1/block";
        try (FeedClient stream = FeedClient.stream(other, null)) {
            stream.current();
            partner.put(block, "{\"reason\":\"Fleet of Friday\"}").ok();
            stream.until(event -> event.data().path("blocked").asBoolean());
            assertThat(other.delete(block).status()).isEqualTo(409);
            assertThat(partner.delete(block).status()).isEqualTo(204);
            stream.until(event -> event.data().path("station").asText().equals("YARD")
                    && !event.data().path("blocked").asBoolean());
            assertThat(partner.delete(block).status()).isEqualTo(404);
        }
    }
}
