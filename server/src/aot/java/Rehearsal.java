import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Run by the build when the server is packaged: starts it once, with stations that charge, so that the JVM writes down which
 * classes it loaded and linked (its AOT cache). The next start reads them from there, in half the time. Without the cache
 * the server runs all the same, so no failure here is one of the build's: it is told, and that is all.
 */
public final class Rehearsal implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration WRITTEN = Duration.ofSeconds(120);
    private static final int SESSIONS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path scratch = Files.createTempDirectory("ohmstead-rehearsal");
    private final Path log = scratch.resolve("server.out");
    private final Path cache;
    private final int port = freePort();
    private final Process server;

    /** @param arguments the folder of the packaged server */
    public static void main(String... arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        try (Rehearsal rehearsal = new Rehearsal(folder)) {
            rehearsal.play();
        } catch (IOException | TimeoutException | CompletionException e) {
            System.err.println("The server is packaged without an AOT cache and will start slowly: " + e.getMessage());
        }
    }

    private Rehearsal(Path folder) throws IOException {
        cache = folder.resolve("ohmstead.aot");
        Files.deleteIfExists(cache);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + folder.resolve("jvm.args"),
                        "-XX:AOTCacheOutput=" + cache,
                        "-jar",
                        folder.resolve("quarkus-run.jar").toString(),
                        "--port=" + port,
                        "--unknown-stations=accept")
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // What the builder's own server is told must not reach this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("OHMSTEAD_") || name.startsWith("JAVA_"));
        server = builder.start();
    }

    private void play() throws IOException, InterruptedException, TimeoutException {
        awaitReady();
        charge16();
        charge201();
        for (String path : List.of("stations", "sessions", "messages", "meter-readings", "status")) {
            get("/api/v1/" + path);
        }
        get("/metrics");
        server.destroy();
        if (!server.waitFor(WRITTEN.toSeconds(), TimeUnit.SECONDS)) {
            throw new TimeoutException("it did not end within " + WRITTEN + ": " + Files.readString(log));
        }
        if (!Files.exists(cache)) {
            throw new IOException("the JVM wrote none: " + Files.readString(log));
        }
    }

    private void awaitReady() throws IOException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + READY.toNanos();
        while (!isReady()) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw new TimeoutException("it was not ready within " + READY + ": " + Files.readString(log));
            }
            Thread.sleep(50);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/health/ready") == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private int get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(READY);
        Path key = scratch.resolve("data").resolve("admin-key");
        if (Files.isReadable(key)) {
            request.header("Authorization", "Bearer " + Files.readString(key).strip());
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private void charge16() throws InterruptedException, TimeoutException {
        Station station = new Station("ocpp1.6");
        station.call("BootNotification", "{'chargePointVendor':'Ohmstead','chargePointModel':'Rehearsal'}");
        for (int i = 0; i < SESSIONS; i++) {
            String now = Instant.now().toString();
            station.call("StatusNotification", "{'connectorId':1,'errorCode':'NoError','status':'Preparing'}");
            station.call("Authorize", "{'idTag':'04BE01'}");
            String start = station.call(
                    "StartTransaction",
                    "{'connectorId':1,'idTag':'04BE01','meterStart':" + i + ",'timestamp':'" + now + "'}");
            String transaction = "'transactionId':" + start.replaceAll(".*\"transactionId\":(\\d+).*", "$1");
            station.call(
                    "MeterValues",
                    "{'connectorId':1," + transaction + ",'meterValue':[{'timestamp':'" + now
                            + "','sampledValue':[{'value':'" + i + "','unit':'Wh'},"
                            + "{'value':'11040.5','measurand':'Power.Active.Import','unit':'W'}]}]}");
            station.call("Heartbeat", "{}");
            station.call(
                    "StopTransaction",
                    "{" + transaction + ",'meterStop':" + (i + 1) + ",'timestamp':'" + now + "','reason':'Local'}");
        }
    }

    private void charge201() throws InterruptedException, TimeoutException {
        Station station = new Station("ocpp2.0.1");
        station.call(
                "BootNotification",
                "{'reason':'PowerUp','chargingStation':{'vendorName':'Ohmstead','model':'Rehearsal'}}");
        for (int i = 0; i < SESSIONS; i++) {
            String now = "'timestamp':'" + Instant.now() + "'";
            String info = ",'transactionInfo':{'transactionId':'rehearsal-" + i
                    + "','chargingState':'Charging'},'evse':{'id':1,'connectorId':1}";
            station.call("StatusNotification", "{" + now + ",'connectorStatus':'Occupied','evseId':1,'connectorId':1}");
            station.call("Authorize", "{'idToken':{'idToken':'04BE02','type':'ISO14443'}}");
            station.call(
                    "TransactionEvent",
                    "{'eventType':'Started','triggerReason':'Authorized','seqNo':0," + now + info
                            + ",'idToken':{'idToken':'04BE02','type':'ISO14443'}}");
            station.call(
                    "TransactionEvent",
                    "{'eventType':'Updated','triggerReason':'MeterValuePeriodic','seqNo':1," + now + info
                            + ",'meterValue':[{" + now + ",'sampledValue':[{'value':" + i
                            + ",'unitOfMeasure':{'unit':'Wh'}}]}]}");
            station.call(
                    "TransactionEvent",
                    "{'eventType':'Ended','triggerReason':'EVDeparted','seqNo':2," + now + info + "}");
        }
    }

    @Override
    public void close() throws IOException {
        server.destroyForcibly();
        http.shutdownNow(); // close() would wait for stations that nobody answers any more
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** One station, one CALL at a time. */
    private final class Station implements WebSocket.Listener {
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final List<CharSequence> parts = new ArrayList<>();
        private final WebSocket socket;
        private int number;

        Station(String version) {
            URI uri = URI.create("ws://127.0.0.1:" + port + "/ocpp/REHEARSAL-" + version);
            socket = http.newWebSocketBuilder()
                    .subprotocols(version)
                    .buildAsync(uri, this)
                    .orTimeout(READY.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }

        /** @param payload with single quotes, as no payload here has an apostrophe */
        String call(String action, String payload) throws InterruptedException, TimeoutException {
            String frame = "[2,'" + ++number + "','" + action + "'," + payload + "]";
            socket.sendText(frame.replace('\'', '"'), true)
                    .orTimeout(READY.toSeconds(), TimeUnit.SECONDS)
                    .join();
            String answer = answers.poll(READY.toSeconds(), TimeUnit.SECONDS);
            if (answer == null) {
                throw new TimeoutException(action + " was not answered within " + READY);
            }
            return answer;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            parts.add(text);
            if (last) {
                String frame = String.join("", parts);
                parts.clear();
                // The server's own CALLs stay unanswered.
                if (!frame.startsWith("[2")) {
                    answers.offer(frame);
                }
            }
            from.request(1);
            return null;
        }
    }
}
