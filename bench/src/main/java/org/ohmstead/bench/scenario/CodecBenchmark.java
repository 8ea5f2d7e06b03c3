package org.ohmstead.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ohmstead.bench.load.Cards;
import org.ohmstead.bench.load.Facts;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Fleets;
import org.ohmstead.bench.load.Version;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Decoded;
import org.ohmstead.ocpp.codec.Reading;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.codec.values.Json;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** For JMH: one payload of the session mix, read with all checks, written, and for comparison read as a mere tree. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {
    /** Which message. */
    public enum Message {
        HEARTBEAT(OcppVersion.V16, org.ohmstead.ocpp.v16.Heartbeat.Request.class, Version.V16, -1),
        START_TRANSACTION(OcppVersion.V16, org.ohmstead.ocpp.v16.StartTransaction.Request.class, Version.V16, 2),
        METER_VALUES(OcppVersion.V16, org.ohmstead.ocpp.v16.MeterValues.Request.class, Version.V16, 3),
        TRANSACTION_EVENT(OcppVersion.V201, org.ohmstead.ocpp.v2.TransactionEvent.Request.class, Version.V201, 3);

        private final RecordCodec<? extends Record> codec;
        private final Version version;
        private final int step;

        /** @param step of a session of the load; -1: a Heartbeat */
        Message(OcppVersion ocpp, Class<? extends Record> type, Version version, int step) {
            this.codec = RecordCodec.of(type, ocpp);
            this.version = version;
            this.step = step;
        }

        String payload() {
            if (step < 0) {
                return "{}";
            }
            Fleet.Plan plan = Fleets.sessions(1, List.of(version), Cards.OWN, Clock.systemUTC(), Facts.UNCHECKED)
                    .getFirst();
            String rest = "";
            for (int i = 0; i <= step; i++) {
                rest = plan.script().next();
            }
            return rest.substring(rest.indexOf('{'), rest.length() - 1);
        }
    }

    @Param
    public Message message = Message.HEARTBEAT;

    private String json = "{}";
    private Written<?> written = Written.of(Message.HEARTBEAT.codec, "{}");

    private record Written<T extends Record>(RecordCodec<T> codec, T value) {
        static <T extends Record> Written<T> of(RecordCodec<T> codec, String json) {
            Decoded<T> decoded = codec.read(json, Reading.STRICT);
            T value = decoded.value();
            if (value == null || !decoded.fatal().isEmpty()) {
                throw new IllegalStateException("the load sends what is not valid: " + decoded.fatal() + " in " + json);
            }
            return new Written<>(codec, value);
        }

        String text() {
            return codec.write(value);
        }
    }

    @Setup
    public void prepare() {
        json = message.payload();
        written = Written.of(message.codec, json);
    }

    @Benchmark
    public Object decode() {
        return message.codec.read(json, Reading.LENIENT);
    }

    @Benchmark
    public String encode() {
        return written.text();
    }

    /** What Jackson alone takes to read it, without a record and without a check. */
    @Benchmark
    public JsonNode tree() throws IOException {
        return Json.TREES.readTree(json);
    }
}
