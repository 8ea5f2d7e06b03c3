package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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
import org.ohmstead.simulator.station.network.Transfers;

/** Files really go: stations load images and leave logs; and whoever does it wrongly is told so, and nothing of it stays. */
class FileTransferTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int LARGEST = 3 << 20;

    @TempDir
    static Path folder;

    static ServerProcess server;
    static Simulators simulators;
    static int ftp;

    @BeforeAll
    static void start() throws IOException {
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            ftp = free.getLocalPort();
        }
        server = ServerProcess.start(folder, "--max-upload=3MiB", "--ftp-port=" + ftp);
        simulators = new Simulators();
    }

    @AfterAll
    static void stop() {
        simulators.close();
        server.close();
    }

    private static SimStation station(OcppVersion version) {
        String identity = "FILES-" + version;
        if (server.api().get("/api/v1/stations/" + identity).status() == 404) {
            server.api().stations(identity);
        }
        SimStation station = simulators
                .station(new StationOptions(identity)
                        .url(server.stationUrl())
                        .version(version)
                        .speed(20))
                .patience(Duration.ofMinutes(1));
        station.connect();
        return station;
    }

    private static HttpResponse<String> send(String method, String url, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.api().base().resolve(url)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode upload(byte[] image) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.api().base().resolve("/api/v1/files?name=image.bin&version=9.9"))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(image)));
        HttpResponse<String> answer = HTTP.send(server.api().authorised(request).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.JSON.readTree(answer.body());
    }

    private static byte[] image() {
        byte[] image = new byte[LARGEST - 17];
        new Random(1).nextBytes(image);
        return image;
    }

    private static JsonNode awaitState(String path, String state) {
        Await.until(
                path + " is " + state,
                () -> server.api().get(path).ok().path("state").asText().equals(state));
        return server.api().get(path).ok();
    }

    @ParameterizedTest
    @EnumSource
    void a_station_loads_its_image_and_leaves_its_log(OcppVersion version) throws Exception {
        SimStation station = station(version);
        byte[] image = image();
        JsonNode file = upload(image);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
        assertThat(file.path("sha256").asText()).isEqualTo(sha256);
        String base = "/api/v1/stations/" + station.identity();

        JsonNode log =
                server.api().post(base + "/logs", "{\"type\":\"diagnostics\"}").ok();
        JsonNode left = awaitState("/api/v1/logs/" + log.path("id").asLong(), "uploaded");
        Await.until("the file is there", () -> server.api()
                .get("/api/v1/logs/" + log.path("id").asLong())
                .ok()
                .path("file")
                .isNumber());
        assertThat(server.api().get(left.path("download").asText()).text())
                .isEqualTo(new String(station.station().transfers().left(), StandardCharsets.UTF_8));

        JsonNode update = server.api()
                .post(base + "/firmware-updates", "{\"file\":" + file.path("id").asLong() + "}")
                .ok();
        JsonNode done =
                awaitState("/api/v1/firmware-updates/" + update.path("id").asLong(), "installed");
        assertThat(station.station().transfers().loaded()).isEqualTo(new Transfers.Loaded(image.length, sha256));
        assertThat(done.path("steps"))
                .extracting(step -> step.path("status").asText())
                .startsWith("Downloading", "Downloaded", "Installing");
        Await.until("it tells its new firmware", () -> server.api()
                .get("/api/v1/firmware-updates/" + update.path("id").asLong())
                .ok()
                .path("firmwareAfter")
                .isTextual());
        station.disconnect();
    }

    /** A link by which the station of that name may leave a file once; it is not connected, so nobody else does. */
    private static String uploadLink(String identity) {
        if (server.api().get("/api/v1/stations/" + identity).status() == 404) {
            server.api().stations(identity);
            RawStation.booted(server, identity, "ocpp2.0.1").close();
        }
        server.api()
                .post("/api/v1/stations/" + identity + "/logs?ttl=1h&wait=1ms", "{}")
                .ok();
        return toldTo(identity, "GetLog").at("/log/remoteLocation").asText();
    }

    /** What waits for a station: it alone sees the link whole. It does not answer, so nothing else comes of it. */
    private static JsonNode toldTo(String identity, String action) {
        try (RawStation station = RawStation.booted(server, identity, "ocpp2.0.1")) {
            JsonNode frame;
            do {
                frame = station.next();
            } while (!frame.path(2).asText().equals(action));
            return frame.path(3);
        }
    }

    private static List<String> lying() throws IOException {
        Path files = folder.resolve("data/files");
        if (!Files.exists(files)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(files)) {
            return all.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void an_upload_link_takes_one_file_however_it_is_sent_and_no_second_one() throws Exception {
        String form = "--B\r\n"
                + "Content-Disposition: form-data; name=\"f\"; filename=\"../../form.log\"\r\n\r\n"
                + "by form\r\n"
                + "--B--\r\n";
        record Way(String method, String behind, String type, String body, String name) {}
        for (Way way : List.of(
                new Way("PUT", "a%20b.log", "text/plain", "by name", "a b.log"),
                new Way("POST", "raw.log", "application/octet-stream", "raw", "raw.log"),
                new Way("POST", "", "multipart/form-data; boundary=B", form, "form.log"),
                new Way("PUT", "..%2f..%2fetc%2fpasswd", "text/plain", "path", "passwd"),
                new Way("PUT", "", "text/plain", "unnamed", ""))) {
            String link = uploadLink("LINKS");
            HttpResponse<String> first = send(
                    way.method(), link + way.behind(), BodyPublishers.ofString(way.body()), "Content-Type", way.type());
            assertThat(first.statusCode()).as(way + first.body()).isEqualTo(201);
            JsonNode file = server.api().all("/api/v1/files?station=LINKS").getFirst();
            assertThat(file.path("name").asText()).as(way.toString()).startsWith(way.name());
            assertThat(server.api()
                            .get("/api/v1/files/" + file.path("id").asLong() + "/content")
                            .text())
                    .isEqualTo(way.type().startsWith("multipart") ? "by form" : way.body());
            int lying = lying().size();
            HttpResponse<String> second = send(way.method(), link + "again", BodyPublishers.ofString("again"));
            assertThat(second.statusCode()).isEqualTo(410);
            assertThat(lying()).hasSize(lying);
        }
    }

    @Test
    void what_is_too_large_cut_off_or_not_for_this_link_is_refused_and_leaves_nothing() throws Exception {
        String link = uploadLink("REFUSED");
        List<String> before = lying();
        byte[] large = new byte[LARGEST + 1];
        assertThat(send("PUT", link + "l", BodyPublishers.ofByteArray(large)).statusCode())
                .isEqualTo(413);
        assertThat(send("PUT", link + "l", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send("PUT", link + "l", BodyPublishers.noBody()).statusCode())
                .isEqualTo(400);
        assertThat(send("GET", link + "l", BodyPublishers.noBody()).statusCode())
                .isEqualTo(405);
        assertThat(send("DELETE", link + "l", BodyPublishers.noBody()).statusCode())
                .isEqualTo(405);
        assertThat(send("PUT", "/files/upload/1-guessed/x", BodyPublishers.ofString("x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("PUT", "/files/download/1-guessed/x", BodyPublishers.ofString("x"))
                        .statusCode())
                .isEqualTo(405);
        assertThat(send("GET", "/files/download/1-guessed/x", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(
                                "POST",
                                link,
                                BodyPublishers.ofString("--B\r\n\r\nno file\r\n--B--\r\n"),
                                "Content-Type",
                                "multipart/form-data; boundary=B")
                        .statusCode())
                .isEqualTo(400);
        cutOff(URI.create(link));
        Await.until("nothing stays", () -> lying().equals(before));
        assertThat(send("PUT", link + "l", BodyPublishers.ofString("whole")).statusCode())
                .isEqualTo(201);
    }

    private static void cutOff(URI link) throws IOException {
        try (Socket socket = new Socket(link.getHost(), link.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT " + link.getPath() + "cut HTTP/1.1\r\nHost: " + link.getAuthority()
                            + "\r\nContent-Length: 100000\r\n\r\nonly so much")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Await.until("it comes", () -> lying().stream().anyMatch(name -> name.endsWith(".part")));
        }
    }

    @Test
    void an_image_comes_in_parts_with_its_checksum_while_the_link_counts() throws Exception {
        byte[] image = image();
        JsonNode file = upload(image);
        server.api().stations("PARTS");
        RawStation.booted(server, "PARTS", "ocpp2.0.1").close();
        JsonNode update = server.api()
                .post(
                        "/api/v1/stations/PARTS/firmware-updates?ttl=1h&wait=1ms",
                        "{\"file\":" + file.path("id").asLong() + "}")
                .ok();
        assertThat(update.path("location").asText()).endsWith("-***/image.bin");
        String link = toldTo("PARTS", "UpdateFirmware").at("/firmware/location").asText();
        HttpResponse<String> head = send("HEAD", link, BodyPublishers.noBody());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(image.length);
        assertThat(head.headers().firstValue("X-Checksum-Sha256"))
                .contains(file.path("sha256").asText());
        String tag = head.headers().firstValue("ETag").orElseThrow();
        HttpRequest part = HttpRequest.newBuilder(URI.create(link))
                .header("Range", "bytes=1000000-")
                .header("If-Range", tag)
                .build();
        HttpResponse<byte[]> rest = HTTP.send(part, BodyHandlers.ofByteArray());
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(java.util.Arrays.copyOfRange(image, 1_000_000, image.length));
        HttpResponse<String> beyond =
                send("GET", link, BodyPublishers.noBody(), "Range", "bytes=" + image.length + "-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */" + image.length);
        assertThat(send("GET", link, BodyPublishers.noBody(), "Range", "bytes=0-0", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.api()
                        .delete("/api/v1/files/" + file.path("id").asLong())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_1_6_station_that_knows_ftp_alone_leaves_one_file_and_sees_none() throws Exception {
        server.api().stations("FTP");
        RawStation station = RawStation.booted(server, "FTP", "ocpp1.6");
        server.api()
                .post("/api/v1/stations/FTP/logs?wait=1ms", "{\"transport\":\"ftp\"}")
                .ok();
        String location = null;
        while (location == null) {
            JsonNode call = station.next();
            if (call.path(2).asText().equals("GetDiagnostics")) {
                location = call.at("/3/location").asText();
                station.say("[3,\"" + call.path(1).asText() + "\",{\"fileName\":\"diag.txt\"}]");
            }
        }
        assertThat(location).startsWith("ftp://u").endsWith("@127.0.0.1:" + ftp + "/");
        String content = "line\r\n".repeat(10_000);
        URLConnection connection =
                URI.create(location + "diag.txt;type=i").toURL().openConnection();
        try (OutputStream out = connection.getOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        Await.until(
                "it is kept",
                () -> server.api().all("/api/v1/files?station=FTP").size() == 1);
        JsonNode file = server.api().all("/api/v1/files?station=FTP").getFirst();
        assertThat(file.path("name").asText()).isEqualTo("diag.txt");
        assertThat(server.api()
                        .get("/api/v1/files/" + file.path("id").asLong() + "/content")
                        .text())
                .isEqualTo(content);
        station.close();
    }
}
