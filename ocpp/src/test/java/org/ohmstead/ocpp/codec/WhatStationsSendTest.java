package org.ohmstead.ocpp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;

/** The cases of {@code what-stations-send.txt}, whose head explains how to read them. */
class WhatStationsSendTest {
    @TestFactory
    Stream<DynamicTest> what_stations_send_is_understood() {
        return Case.all().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.title, () -> tryOut(RecordCodec.of(each.type, each.version), each)));
    }

    private static <T extends Record> void tryOut(RecordCodec<T> codec, Case about) {
        Decoded<T> strict = codec.read(about.payload, Reading.STRICT);
        assertThat(texts(strict.fatal())).containsExactlyInAnyOrderElementsOf(about.broken);
        assertThat(strict.value() == null).isEqualTo(!about.broken.isEmpty());
        assertThat(strict.tolerated()).isEmpty();

        Decoded<T> lenient = codec.read(about.payload, new Reading(false, about.zone));
        List<Deviation> found = new ArrayList<>(lenient.tolerated());
        found.addAll(lenient.fatal());
        assertThat(texts(found))
                .containsExactlyInAnyOrderElementsOf(about.lenient == null ? about.broken : about.lenient);
        if (about.reads.equals("refused")) {
            assertThat(lenient.value()).isNull();
            assertThat(lenient.fatal()).isNotEmpty();
        } else {
            assertThat(lenient.fatal()).isEmpty();
            assertThat(codec.write(lenient.value())).isEqualTo(about.reads);
        }
    }

    private static List<String> texts(List<Deviation> deviations) {
        return deviations.stream()
                .map(each -> each.rule() + " " + (each.path().isEmpty() ? "payload" : each.path()))
                .toList();
    }

    /** One case of the file. */
    private static final class Case {
        private final String title;
        private OcppVersion version;
        private Class<? extends Record> type;
        private String payload;
        private ZoneId zone = Reading.LENIENT.zone();
        private List<String> broken;
        private List<String> lenient;
        private String reads;

        private Case(String title) {
            this.title = title;
        }

        static List<Case> all() {
            List<Case> cases = new ArrayList<>();
            for (String line : text().lines()
                    .filter(each -> !each.isBlank() && !each.startsWith("#"))
                    .toList()) {
                if (line.startsWith("== ")) {
                    cases.add(new Case(line.substring(3)));
                } else {
                    cases.getLast().add(line);
                }
            }
            return cases;
        }

        private static String text() {
            try (InputStream file = WhatStationsSendTest.class.getResourceAsStream("what-stations-send.txt")) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private void add(String line) {
            String[] parts = line.split(":? ", 2);
            switch (parts[0]) {
                case "broken" -> broken = findings(parts[1]);
                case "lenient" -> lenient = findings(parts[1]);
                case "zone" -> zone = ZoneId.of(parts[1]);
                case "reads" -> reads = parts[1];
                default -> payload(line.split(" ", 4));
            }
        }

        private static List<String> findings(String text) {
            return text.equals("nothing") ? List.of() : Arrays.asList(text.split(", "));
        }

        private void payload(String[] parts) {
            version = OcppVersion.ofNumber(parts[0]).orElseThrow();
            Action action = Catalogue.find(version, parts[1]).orElseThrow();
            type = parts[2].equals("Request") ? action.request() : action.response();
            payload = parts[3];
            reads = payload;
        }
    }
}
