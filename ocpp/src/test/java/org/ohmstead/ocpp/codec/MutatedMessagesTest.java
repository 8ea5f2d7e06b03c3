package org.ohmstead.ocpp.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.codec.values.Json;

/** Whatever arrives, a reading ends with a record or with reasons, and never with anything but an exception of the parser. */
class MutatedMessagesTest {
    private static final int MUTATIONS = 20;
    private static final List<String> SCRAPS = List.of(
            "null",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "1e999",
            "-1",
            "0.1",
            "99999999999999999999",
            "true",
            "\"x\"",
            "{}",
            "[]",
            "\\u0000",
            "\\",
            "\u0000",
            "\ud83d",
            "NaN",
            "2025-01-01T00:00:00",
            "1e-999999999",
            "1e-99999999999");
    private static final List<String> VALUES = List.of(
            "null",
            "{}",
            "[]",
            "[{}]",
            "[null]",
            "\"\"",
            "\"x\"",
            "\" 7 \"",
            "true",
            "\"1\"",
            "-1",
            "1.5",
            "1e999",
            "1e-999999999",
            "99999999999999999999",
            "\"2025-01-01T00:00:00\"",
            "1741064767",
            "\"\\u0000\"",
            "{\"vendorId\":1}");

    @TestFactory
    Stream<DynamicTest> a_mutated_message_ends_in_a_record_or_in_reasons() {
        return Stream.of(OcppVersion.values()).flatMap(version -> Catalogue.of(version).stream()
                .map(action -> DynamicTest.dynamicTest(
                        version.number() + " " + action.name(), () -> mutate(action, version))));
    }

    private static void mutate(Action action, OcppVersion version) throws IOException {
        mutate(action.request(), version);
        if (action.response() != null) {
            mutate(action.response(), version);
        }
    }

    private static <T extends Record> void mutate(Class<T> type, OcppVersion version) throws IOException {
        RecordCodec<T> codec = RecordCodec.of(type, version);
        Random random =
                new Random(type.getName().hashCode() * 31L + version.number().hashCode());
        JsonNode message = new Instances(JsonSchemas.of(type, version)).most().json();
        for (int i = 0; i < MUTATIONS; i++) {
            read(codec, otherText(message.toString(), random));
            read(codec, otherValues(message.deepCopy(), random).toString());
        }
    }

    private static String otherText(String message, Random random) {
        StringBuilder text = new StringBuilder(message);
        for (int cuts = random.nextInt(3); cuts >= 0; cuts--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(6));
            text.replace(from, to, SCRAPS.get(random.nextInt(SCRAPS.size())));
        }
        return new String(text.toString().getBytes(UTF_8), UTF_8); // as it comes out of a socket
    }

    private static JsonNode otherValues(JsonNode message, Random random) throws IOException {
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            List<JsonNode> containers = new ArrayList<>(List.of(message));
            for (int i = 0; i < containers.size(); i++) {
                containers.get(i).forEach(each -> {
                    if (each.isContainerNode()) {
                        containers.add(each);
                    }
                });
            }
            JsonNode value = Json.TREES.readTree(VALUES.get(random.nextInt(VALUES.size())));
            JsonNode container = containers.get(random.nextInt(containers.size()));
            if (container instanceof ArrayNode array) {
                array.insert(random.nextInt(array.size() + 1), value);
            } else if (!container.isEmpty()) {
                List<String> names = new ArrayList<>();
                container.fieldNames().forEachRemaining(names::add);
                ((ObjectNode) container).set(names.get(random.nextInt(names.size())), value);
            }
        }
        return message;
    }

    private static <T extends Record> void read(RecordCodec<T> codec, String text) throws IOException {
        for (Reading reading : List.of(Reading.LENIENT, Reading.STRICT)) {
            whole(codec, reading, codec.read(text, reading), text);
        }
        try (JsonParser parser = Json.REPAIRING.createParser(text)) {
            whole(codec, Reading.LENIENT, codec.read(parser), text);
        } catch (JacksonException notJson) {
            assertThat(notJson).isNotNull();
        }
    }

    private static <T extends Record> void whole(
            RecordCodec<T> codec, Reading reading, Decoded<T> decoded, String text) {
        assertThat(decoded.value() == null).as(text).isEqualTo(!decoded.fatal().isEmpty());
        if (decoded.value() != null) {
            String written = codec.write(decoded.value());
            Decoded<T> again = codec.read(written, reading);
            assertThat(again.fatal()).as(text).isEmpty();
            assertThat(codec.write(again.value())).as(text).isEqualTo(written);
        }
    }
}
