package org.ohmstead.ocpp.codec.values;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.ohmstead.ocpp.codec.RecordCodec;

/** The one JSON machinery of the protocol. The length of a text is limited by whoever owns the socket, the rest here. */
public final class Json {
    private static final int MOST_DEPTH = 100;
    private static final int LONGEST_NAME = 1_000;

    /** Reads and writes JSON as RFC 8259 has it. */
    public static final JsonFactory FACTORY = builder().build();

    /**
     * Reads what is not quite JSON, for a second try after {@link #FACTORY} failed: missing values as null
     * ({@code [,{}]}), trailing commas, raw line breaks in texts (PEM), leading zeros and plus signs, NaN.
     */
    public static final JsonFactory REPAIRING = builder()
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /**
     * Writes trees ({@code JsonNode}); they are read by {@link #tree}, and their decimals keep their digits. Records go through
     * {@link RecordCodec}.
     */
    public static final ObjectMapper TREES = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .build();

    private Json() {}

    /** @throws JsonProcessingException if the text is no JSON, or holds a number that is too large to compute with */
    public static JsonNode tree(String text) throws JsonProcessingException {
        try (JsonParser parser = parser(text)) {
            JsonNode tree = tree(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "Something stands behind the value");
            }
            return tree;
        } catch (JsonProcessingException broken) {
            throw broken;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The value that a parser is at, or comes to next where it has not begun; afterwards it is at its end.
     *
     * @throws JsonProcessingException as of a text
     */
    public static JsonNode tree(JsonParser at) throws IOException {
        JsonNode tree = TREES.readTree(new GuardedNumbers(at));
        return tree == null ? MissingNode.getInstance() : tree;
    }

    /** A parser before the first token of a text; over bytes, because that is the fastest that Jackson has. */
    public static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Names are not interned, because strangers choose them. Buffers are shared among threads: each message has a virtual thread
     * of its own, and would take new ones.
     */
    private static JsonFactoryBuilder builder() {
        return new JsonFactoryBuilder()
                .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxNumberLength(Decimals.MOST_CHARACTERS)
                        .maxNameLength(LONGEST_NAME)
                        .build());
    }
}
