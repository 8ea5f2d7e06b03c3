package org.ohmstead.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.OcppVersion;

/** Whatever text comes in: no exception, no endless work, and only well-formed JSON goes back (field note 42). */
@Timeout(60)
class HostileTextTest {
    private static final int MIB = 1 << 20;
    private static final List<String> SEEDS = List.of(
            "[2,\"1\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"Available\"}]",
            "[2,\"2\",\"MeterValues\",{\"connectorId\":1,\"meterValue\":[{\"timestamp\":\"2026-03-01T11:00:00Z\","
                    + "\"sampledValue\":[{\"value\":\"1.5\",\"unit\":\"kWh\"}]}]}]",
            "[2,\"3\",\"TransactionEvent\",{\"eventType\":\"Started\",\"timestamp\":\"2026-03-01T11:00:00Z\","
                    + "\"triggerReason\":\"CablePluggedIn\",\"seqNo\":0,\"transactionInfo\":{\"transactionId\":\"t1\"}}]",
            "[6,\"4\",\"NotifyPeriodicEventStream\",{\"id\":1,\"pending\":0,\"basetime\":\"2026-03-01T11:00:00Z\","
                    + "\"data\":[{\"t\":0,\"v\":\"1\"}]}]",
            "[4,\"5\",\"InternalError\",\"why\",{\"a\":[1,2,{\"b\":null}]}]",
            "[3,\"6\",{\"status\":\"Accepted\"}]",
            "[5,\"7\",\"FormatViolation\",\"\",{}]");
    private static final String PIECES = "[]{},:\"\\0123456789eE+-. \n\0\uFEFF\uD83Dtrufalsn\u00FC";

    private final ObjectMapper json = new ObjectMapper();
    private final FakeWire wire = new FakeWire();

    private OcppLink<String> link(OcppVersion version, boolean strict) {
        OcppLink<String> link = new OcppLink<>(
                CallerOf.always("CP7"),
                new TestStation().routes(version),
                LinkSettings.DEFAULT.withStrict(strict),
                wire,
                new LinkEngine(Runnable::run, new ManualTimers()),
                LinkObserver.NONE);
        link.open();
        return link;
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void thousands_of_damaged_frames_harm_nobody(OcppVersion version) throws IOException {
        Random random = new Random(7);
        OcppLink<String> lenient = link(version, false);
        OcppLink<String> strict = link(version, true);
        for (int i = 0; i < 10_000; i++) {
            String text = damaged(SEEDS.get(random.nextInt(SEEDS.size())), random);
            lenient.received(text);
            strict.received(text);
        }
        for (String answer : wire.sent()) {
            assertThat(json.readTree(answer).isArray()).isTrue();
        }
        int before = wire.sent().size();
        lenient.received("[2,\"alive\",\"Heartbeat\",{}]");
        assertThat(wire.sent()).hasSize(before + 1);
        assertThat(wire.last()).startsWith("[3,\"alive\"");
    }

    private static String damaged(String frame, Random random) {
        StringBuilder text = new StringBuilder(frame);
        for (int n = random.nextInt(4); n >= 0 && !text.isEmpty(); n--) {
            int at = random.nextInt(text.length());
            char piece = PIECES.charAt(random.nextInt(PIECES.length()));
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, piece);
                case 2 -> text.setCharAt(at, piece);
                case 3 -> text.setLength(at);
                default -> text.append(frame, random.nextInt(frame.length()), frame.length());
            }
        }
        return text.toString();
    }

    @Test
    void large_nonsense_takes_no_more_than_a_look() {
        OcppLink<String> link = link(OcppVersion.V16, false);
        List<String> shapes = List.of(
                "[".repeat(4 * MIB),
                "[".repeat(2 * MIB) + "}".repeat(2 * MIB),
                "{\"a\":".repeat(MIB),
                "[2,\"1\",\"Heartbeat\",{\"a\":[" + ",".repeat(4 * MIB) + "]}]",
                "[2,\"1\",\"Heartbeat\",{" + "}".repeat(4 * MIB) + "]",
                "[2,\"1\",\"Heartbeat\",{\"a\":" + "9".repeat(4 * MIB) + "}]",
                "[2,\"1\",\"Heartbeat\",{\"" + "\\".repeat(4 * MIB) + "\":1}]",
                "[2,\"" + "i".repeat(4 * MIB) + "\",\"Heartbeat\",{}]",
                "[2,\"1\",\"" + "A".repeat(4 * MIB) + "\",{}]",
                "\0".repeat(4 * MIB),
                "[2,\"1\",\"Heartbeat\",{" + "\"a\":,".repeat(MIB) + "}]");
        for (String shape : shapes) {
            long began = System.nanoTime();
            link.received(shape);
            // Far above what it takes (milliseconds), far below what anything quadratic would.
            assertThat(System.nanoTime() - began).as(shape.substring(0, 20)).isLessThan(5_000_000_000L);
        }
        link.received("[2,\"alive\",\"Heartbeat\",{}]");
        assertThat(wire.last()).startsWith("[3,\"alive\"");
    }

    @Test
    void an_answer_repeats_at_most_a_little_of_what_it_refuses() {
        OcppLink<String> link = link(OcppVersion.V16, false);
        link.received("[2,\"1\",\"" + "A".repeat(MIB) + "\",{}]");
        assertThat(wire.last().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(400);
    }
}
