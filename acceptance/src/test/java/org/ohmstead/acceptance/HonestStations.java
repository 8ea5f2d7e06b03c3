package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stations that charge while somebody attacks the server, and how long they wait for their answers. */
final class HonestStations implements AutoCloseable {
    private static final int HOW_MANY = 5;
    private static final Duration EVERY = Duration.ofMillis(100);

    private final List<RawStation> stations = new ArrayList<>();
    private final Queue<Long> waited = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> unanswered = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService pace = Executors.newScheduledThreadPool(HOW_MANY);

    HonestStations(ServerProcess server) {
        server.api().tokens("HONEST");
        for (int i = 0; i < HOW_MANY; i++) {
            String identity = "HONEST-" + i;
            server.api().stations(identity);
            RawStation station = RawStation.booted(server, identity, "ocpp1.6");
            stations.add(station);
            pace.scheduleWithFixedDelay(new Charging(station), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What an attack came to, while they charged. */
    void report(String attack, int tried, int letIn) {
        Await.until("the honest stations charge", () -> waited.size() > 10 || !unanswered.isEmpty());
        List<Long> micros = new ArrayList<>();
        for (Long one = waited.poll(); one != null; one = waited.poll()) {
            micros.add(one);
        }
        micros.sort(null);
        System.out.printf(
                Locale.ROOT,
                "attack | %-60s | tried %6d | refused %6d | honest answers %5d | p99 %6.1f ms%n",
                attack,
                tried,
                tried - letIn,
                micros.size(),
                micros.get((int) Math.ceil(micros.size() * 0.99) - 1) / 1000.0);
        assertThat(letIn).as(attack + ": let in").isZero();
        assertThat(tried).as(attack + ": tried").isPositive();
        assertThat(unanswered).as("honest stations without their answer").isEmpty();
    }

    /** One session after the other, a message at a time. */
    private final class Charging implements Runnable {
        private final RawStation station;
        private int step;
        private long transaction;

        private Charging(RawStation station) {
            this.station = station;
        }

        @Override
        public void run() {
            try {
                long begun = System.nanoTime();
                JsonNode answer = station.ask(message());
                waited.add((System.nanoTime() - begun) / 1000);
                assertThat(answer.path(0).asInt()).as(answer.toString()).isEqualTo(3);
                if (step % 4 == 0) {
                    transaction = answer.at("/2/transactionId").asLong();
                    assertThat(answer.at("/2/idTagInfo/status").asText()).isEqualTo("Accepted");
                }
                step++;
            } catch (AssertionError | RuntimeException e) {
                unanswered.add(e);
                throw e; // and is not asked again
            }
        }

        private String message() {
            String now = Instant.now().toString();
            String id = "[2,\"" + step + "\",";
            return switch (step % 4) {
                case 0 ->
                    id + "\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"HONEST\",\"meterStart\":" + step
                            + ",\"timestamp\":\"" + now + "\"}]";
                case 1, 2 ->
                    id + "\"MeterValues\",{\"connectorId\":1,\"transactionId\":" + transaction
                            + ",\"meterValue\":[{\"timestamp\":\"" + now + "\",\"sampledValue\":[{\"value\":\"" + step
                            + "\"}]}]}]";
                default ->
                    id + "\"StopTransaction\",{\"transactionId\":" + transaction + ",\"meterStop\":" + step
                            + ",\"timestamp\":\"" + now + "\"}]";
            };
        }
    }

    @Override
    public void close() {
        pace.shutdownNow();
        stations.forEach(RawStation::close);
    }
}
