package org.ohmstead.simulator.station;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.codec.Decoded;
import org.ohmstead.ocpp.codec.Reading;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.codec.values.Json;

/** A plausible request for every action of every version, either way; the texts lie among the resources. */
public final class SampleMessages {
    /** A signing request, as a station would send it. */
    public static final String CSR = resource("csr.pem");

    /** A self-signed certificate. */
    public static final String CERTIFICATE = resource("certificate.pem");

    private final OcppVersion version;
    private final Map<String, String> values;

    /**
     * @param transaction the transactionId where one is named; in 1.6 a number
     * @param token       the token where one is named
     */
    public SampleMessages(OcppVersion version, Instant now, String transaction, String token) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        this.version = version;
        this.values = Map.of(
                "\"$now\"", quoted(second.toString()),
                "\"$later\"", quoted(second.plus(Duration.ofHours(1)).toString()),
                "\"$number\"", transaction.matches("-?\\d{1,18}") ? transaction : "1",
                "\"$transaction\"", quoted(transaction),
                "\"$token\"", quoted(token),
                "\"$csr\"", quoted(CSR),
                "\"$certificate\"", quoted(CERTIFICATE));
    }

    /** What a station may send; a SEND or a CALL. */
    public Record fromStation(String action) {
        return read("from-station", action);
    }

    /** What a CSMS may ask of a station. */
    public Record toStation(String action) {
        return read("to-station", action);
    }

    /** A request from its payload, as strict as the schema. */
    public static Record parse(OcppVersion version, String action, String payload) {
        Action known = Catalogue.find(version, action)
                .orElseThrow(
                        () -> new IllegalArgumentException("action: OCPP " + version.number() + " has no " + action));
        Decoded<? extends Record> decoded =
                RecordCodec.of(known.request(), version).read(payload, Reading.STRICT);
        Record request = decoded.value();
        if (request == null) {
            throw new IllegalArgumentException(action + ": " + decoded.fatal());
        }
        return request;
    }

    private Record read(String direction, String action) {
        String file = direction + "-" + (version.isV2() ? "2" : "1.6") + ".json";
        String text = resource(file);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        try {
            JsonNode payload = Json.TREES.readTree(text).get(action);
            if (payload == null) {
                throw new IllegalArgumentException("There is no sample of " + action + " in " + file);
            }
            return parse(version, action, payload.toString());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(file, broken);
        }
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static String resource(String name) {
        String path = "/org/ohmstead/simulator/samples/" + name;
        try (InputStream in = SampleMessages.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
