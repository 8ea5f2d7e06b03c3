package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.values.Json;

/**
 * Reads, checks and writes the records of one message type for one version. Made once per type and version, safe for any
 * number of threads.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends Record> {
    private final Class<T> type;
    private final ObjectShape shape;

    private RecordCodec(Class<T> type, ObjectShape shape) {
        this.type = type;
        this.shape = shape;
    }

    public static <T extends Record> RecordCodec<T> of(Class<T> type, OcppVersion version) {
        return new RecordCodec<>(type, Shapes.of(type, version));
    }

    /** A lenient reading, in UTC where a timestamp names no zone. */
    public Decoded<T> read(JsonParser at) throws IOException {
        return read(at, Reading.LENIENT);
    }

    /**
     * Reads a payload from the middle of a frame.
     *
     * @param at stands on the payload's first token (or before it, at the begin of a text); afterwards on its last
     * @throws IOException where the text is no JSON; nothing else is thrown, whatever it says
     */
    public Decoded<T> read(JsonParser at, Reading reading) throws IOException {
        JsonToken first = at.currentToken() == null ? at.nextToken() : at.currentToken();
        if (first == null) {
            throw new JsonParseException(at, "There is no payload");
        }
        Incoming in = new Incoming(at, reading);
        Object value = first == JsonToken.VALUE_NULL && !in.strict ? shape.readNull(in) : shape.read(in);
        return new Decoded<>(
                value == Shape.BAD ? null : type.cast(value), in.findings.tolerated(), in.findings.fatal());
    }

    /** Reads a payload that is a whole text; what is no JSON is a fatal {@link Rule#SYNTAX}. */
    public Decoded<T> read(String json, Reading reading) {
        try (JsonParser parser = Json.parser(json)) {
            Decoded<T> decoded = read(parser, reading);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "Something stands behind the payload");
            }
            return decoded;
        } catch (JsonProcessingException broken) {
            Findings findings = new Findings(true);
            findings.deviate(Rule.SYNTAX, String.valueOf(broken.getOriginalMessage()), "JSON");
            return new Decoded<>(null, List.of(), findings.fatal());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Writes what is there, nulls left out, in the order of the components; whether the version allows it says
     * {@link #check}, which the sender asks first.
     */
    public void write(T value, JsonGenerator out) throws IOException {
        shape.write(value, out);
    }

    public String write(T value) {
        StringWriter text = new StringWriter(128);
        try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
            write(value, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Everything in which a record of ours differs from the schema of the version; empty: it may be sent. */
    public List<Deviation> check(T value) {
        Findings findings = new Findings(true);
        shape.check(value, findings);
        return findings.fatal();
    }
}
