package org.ohmstead.bench.rig;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** The server's REST API, as far as the bench needs it. */
public final class Api implements AutoCloseable {
    private static final int AT_ONCE = 16;
    private static final int LARGEST_IMPORT = 5_000;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI server;
    private final String key;

    /** @param key that lets us in; empty: none, which is enough to ask whether it is ready */
    public Api(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    public boolean isReady() throws InterruptedException {
        try {
            return send(request("/health/ready").GET()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Registers stations that are let in; those that stand already are left alone. */
    public void stations(List<String> identities) throws IOException, InterruptedException {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (String identity : identities) {
                String body = "{\"identity\":\"" + identity + "\",\"admission\":\"accepted\"}";
                answers.add(workers.submit(() -> post("/api/v1/stations", body).statusCode()));
            }
            try {
                for (Future<Integer> answer : answers) {
                    expect(answer.get(), 201, 409);
                }
            } finally {
                workers.shutdownNow();
            }
        } catch (ExecutionException e) {
            throw new IOException("stations could not be registered", e.getCause());
        }
    }

    /** Registers a station that must show a password. */
    public void guardedStation(String identity, String password) throws IOException, InterruptedException {
        stations(List.of(identity));
        String path = "/api/v1/stations/" + identity + "/password";
        expect(
                send(request(path)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"password\":\"" + password + "\"}")))
                        .statusCode(),
                200,
                204);
    }

    /** Registers cards as an operator does who says nothing more of them: they may charge at one place at a time. */
    public void tokens(List<String> values) throws IOException, InterruptedException {
        for (int from = 0; from < values.size(); from += LARGEST_IMPORT) {
            List<String> some = values.subList(from, Math.min(values.size(), from + LARGEST_IMPORT));
            String body = some.stream()
                    .map(value -> "{\"value\":\"" + value + "\"}")
                    .collect(Collectors.joining(",", "[", "]"));
            expect(post("/api/v1/tokens/import", body).statusCode(), 200);
        }
    }

    /** The sum of a metric over its tags. */
    public double metric(String name) throws IOException, InterruptedException {
        return metric(get("/metrics"), name);
    }

    /** As {@link #metric(String)}, from a text that was fetched before. */
    public static double metric(String metrics, String name) {
        double[] values = metrics.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        if (values.length == 0) {
            throw new IllegalArgumentException("the server has no metric " + name + " at /metrics");
        }
        return Arrays.stream(values).sum();
    }

    public String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path).GET());
        expect(answer.statusCode(), 200);
        return answer.body();
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void expect(int status, int... allowed) throws IOException {
        for (int good : allowed) {
            if (status == good) {
                return;
            }
        }
        throw new IOException("the API of " + server + " answered HTTP " + status);
    }

    @Override
    public void close() {
        http.close();
    }
}
