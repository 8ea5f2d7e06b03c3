package org.ohmstead.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Reading;
import org.ohmstead.ocpp.codec.RecordCodec;

class ScriptsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final List<String> kept = new ArrayList<>();

    private final Facts facts = new Facts() {
        @Override
        public void started(String station, String session, String number) {
            kept.add("started " + session + " " + number);
        }

        @Override
        public void read(String station, String session, int meterWh) {
            kept.add("read " + session + " " + meterWh);
        }

        @Override
        public void ended(String station, String session, int meterWh) {
            kept.add("ended " + session + " " + meterWh);
        }
    };

    @ParameterizedTest
    @EnumSource
    void every_message_of_a_session_is_as_the_schema_wants_it(Version version) {
        Script script = Fleets.sessions(1, List.of(version), Cards.OWN, CLOCK, facts)
                .getFirst()
                .script();

        assertValid(version, script.boot());
        for (int i = 0; i < 16; i++) {
            assertValid(version, script.next());
            script.answered("[3,\"1\",{\"transactionId\":77}]");
        }
    }

    @Test
    void a_1_6_session_goes_on_under_the_number_that_it_was_given() {
        Script script = Fleets.sessions(1, List.of(Version.V16), Cards.OWN, CLOCK, facts)
                .getFirst()
                .script();

        List<String> said = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            said.add(script.next());
            script.answered("[3,\"1\",{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":77}]");
        }

        assertThat(said.subList(3, 7)).allMatch(rest -> rest.contains("\"transactionId\":77,"));
        assertThat(kept).containsExactly("started m0 77", "read m0 1", "read m0 2", "read m0 3", "ended m0 4");
    }

    @Test
    void the_readings_of_a_station_never_show_the_same_twice() {
        for (Version version : Version.values()) {
            kept.clear();
            Script script = Fleets.sessions(1, List.of(version), Cards.OWN, CLOCK, facts)
                    .getFirst()
                    .script();
            for (int i = 0; i < 40; i++) {
                script.next();
                script.answered("[3,\"1\",{\"transactionId\":77}]");
            }
            assertThat(kept).doesNotHaveDuplicates();
        }
    }

    private static void assertValid(Version version, String rest) {
        int name = rest.indexOf('"') + 1;
        String action = rest.substring(name, rest.indexOf('"', name));
        String payload = rest.substring(rest.indexOf('{'), rest.length() - 1);
        OcppVersion ocpp = OcppVersion.valueOf(version.name());
        var codec = RecordCodec.of(request(action, ocpp), ocpp);
        assertThat(codec.read(payload, Reading.STRICT).fatal()).as(rest).isEmpty();
    }

    private static Class<? extends Record> request(String action, OcppVersion version) {
        String home = version.isV2() ? "v2" : "v16";
        try {
            return Class.forName("org.ohmstead.ocpp." + home + "." + action + "$Request")
                    .asSubclass(Record.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
