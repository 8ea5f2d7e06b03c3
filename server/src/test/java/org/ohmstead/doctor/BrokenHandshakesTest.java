package org.ohmstead.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.api.Limit;
import org.ohmstead.app.socket.RawStation;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.doctor.BrokenHandshakes.Broken;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.connections.AttemptHint;
import org.ohmstead.stations.oddities.Oddity;

/** The doctor, over a real socket: each broken handshake is told with its sentence, what it comes from, and what to do. */
class BrokenHandshakesTest {
    private static final String UNLIMITED = "--failed-handshakes-per-minute=off";

    static Stream<Broken> table() {
        return Stream.of(BrokenHandshakes.identities(), BrokenCredentials.table(), BrokenHandshakes.protocols())
                .flatMap(List::stream);
    }

    @Test
    void the_table_has_more_than_25_rows() {
        assertThat(table().count()).isGreaterThan(25);
    }

    @ParameterizedTest
    @MethodSource("table")
    void each_broken_handshake_is_told_with_its_reason_and_what_to_do(Broken broken) throws IOException {
        List<String> flags = broken.flags().isEmpty() ? List.of(UNLIMITED) : broken.flags();
        try (DoctorWorld world = new DoctorWorld(TestDatabases.sqlite(), flags)) {
            String answer = world.send(broken.bytes());
            long tenant = broken.reason() == Reason.TENANT_SUSPENDED ? 2 : 1;
            Await.until(() -> !world.told(tenant).isEmpty());
            ConnectionProblemView told = world.told(tenant).getFirst();
            assertThat(told.reason()).isEqualTo(broken.reason().word());
            assertThat(told.hint())
                    .isEqualTo(broken.hint() == null ? null : broken.hint().word());
            Advice advice = RefusalAdvice.of(broken.reason());
            assertThat(told.sentence()).isEqualTo(advice.sentence()).endsWith(".");
            assertThat(told.atStation()).isEqualTo(advice.atStation()).endsWith(".");
            assertThat(told.here()).isEqualTo(advice.here()).endsWith(".");
            String all = String.join(
                    "\n", told.sentence(), told.detail(), told.hintSentence() + "", told.atStation(), told.here());
            assertThat(all).contains(broken.told());
            assertThat(all)
                    .as("no password is told")
                    .doesNotContain(BrokenCredentials.PASSWORD, BrokenCredentials.FORMER, BrokenCredentials.OTHERS);
            if (told.hintSentence() != null) {
                assertThat(answer).as("nobody who guesses is helped").doesNotContain(told.hintSentence());
            }
        }
    }

    @Test
    void whoever_fails_too_often_is_told_so() throws IOException {
        try (DoctorWorld world = new DoctorWorld(TestDatabases.sqlite(), List.of("--failed-handshakes-per-minute=1"))) {
            world.send(BrokenHandshakes.knock("/ocpp/NOBODY-99"));
            world.send(BrokenHandshakes.knock("/ocpp/NOBODY-99"));
            Await.until(() ->
                    world.told(1).stream().anyMatch(told -> told.reason().equals(Reason.TOO_MANY_FAILURES.word())));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ws://localhost/ocpp/OPEN-1   | ocpp1.6  | absolute_url
            /ocpp/open-1                 | ocpp1.6  | identity_in_other_case
            /ocpp/OPEN-1/OPEN-1          | ocpp1.6  | identity_twice
            /ocpp?chargePointId=OPEN-1   | ocpp1.6  | identity_in_query
            //ocpp//OPEN-1/              | ocpp1.6  | extra_slashes
            /ocpp/OPEN-1                 | OCPP1.6J | subprotocol_misspelt
            """)
    void what_is_odd_and_served_is_told_too(String target, String subprotocol, String oddity) throws IOException {
        try (DoctorWorld world = new DoctorWorld(TestDatabases.sqlite(), List.of(UNLIMITED));
                RawStation station = world.dial(target, "Sec-WebSocket-Protocol: " + subprotocol)) {
            assertThat(station.status()).isEqualTo(101);
            assertThat(odd(world)).singleElement().satisfies(told -> {
                assertThat(told.oddity()).isEqualTo(oddity);
                assertThat(told.station()).isEqualTo("OPEN-1");
                assertThat(told.sentence()).isNotEmpty();
            });
        }
    }

    @Test
    void a_password_that_nobody_looks_at_is_odd() throws IOException {
        try (DoctorWorld world = new DoctorWorld(TestDatabases.sqlite(), List.of(UNLIMITED));
                RawStation station = world.dial(
                        "/ocpp/OPEN-1",
                        "Sec-WebSocket-Protocol: ocpp1.6",
                        "Authorization: Basic T1BFTi0xOnNlY3JldA==")) {
            assertThat(station.status()).isEqualTo(101);
            assertThat(odd(world)).extracting(OddityView::oddity).containsExactly(Oddity.PASSWORD_NOT_CHECKED.word());
        }
    }

    private static List<OddityView> odd(DoctorWorld world) {
        Await.until(() -> {
            world.slice.oddities.flush();
            return !world.slice
                    .oddities
                    .page(DoctorWorld.TENANT, null, Limit.USUAL, null)
                    .items()
                    .isEmpty();
        });
        return world.slice.oddities.page(DoctorWorld.TENANT, null, Limit.USUAL, null).items().stream()
                .map(OddityView::of)
                .toList();
    }

    @Test
    void every_reason_hint_and_oddity_has_its_sentences() {
        assertThat(Arrays.stream(Reason.values()).map(RefusalAdvice::of))
                .extracting(Advice::sentence)
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
        assertThat(Arrays.stream(AttemptHint.Kind.values()).map(AttemptHint::of))
                .extracting(HintAdvice::of)
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
        assertThat(Arrays.stream(Oddity.values()).map(OddityAdvice::of))
                .extracting(Advice::sentence)
                .doesNotHaveDuplicates();
    }
}
