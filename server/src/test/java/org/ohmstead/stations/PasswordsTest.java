package org.ohmstead.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.Await;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.credentials.PasswordBody;

class PasswordsTest {
    private static final String HEX = "000102030405060708090a0b0c0d0e0ff0f1f2f3";
    private static final String TEXT = "correct horse:battery";

    private final TestStations world = new TestStations();
    private final Passwords passwords = world.passwords;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_vector_of_the_specification_lets_the_station_in() {
        assertThat(world.refusal(station("CP-7", HEX), "Basic Q1AtNzoAAQIDBAUGBwgJCgsMDQ4P8PHy8w=="))
                .isEmpty();
    }

    @Test // field note 82
    void a_hex_key_is_taken_as_bytes_and_as_hex_text_of_either_case() {
        Station station = station("CP-7", HEX);
        assertThat(passwords.verify(station, HexFormat.of().parseHex(HEX))).isTrue();
        assertThat(passwords.verify(station, utf8(HEX))).isTrue();
        assertThat(passwords.verify(station, utf8(HEX.toUpperCase()))).isTrue();
    }

    @Test // field note 82
    void a_text_is_taken_as_text_and_as_hex_of_its_bytes() {
        Station station = station("CP-7", TEXT);
        assertThat(passwords.verify(station, utf8(TEXT))).isTrue();
        assertThat(passwords.verify(station, utf8(HexFormat.of().formatHex(utf8(TEXT)))))
                .isTrue();
        assertThat(passwords.verify(station, utf8(TEXT.toUpperCase()))).isFalse();
    }

    @Test
    void a_text_of_other_alphabets_is_compared_as_utf_8() {
        Station station = station("CP-7", "пароль für die Säule");
        assertThat(passwords.verify(station, utf8("пароль für die Säule"))).isTrue();
    }

    @Test
    void a_wrong_one_is_refused_before_and_after_the_right_one_was_remembered() {
        Station station = station("CP-7", TEXT);
        assertThat(passwords.verify(station, utf8("wrong horse:battery!"))).isFalse();
        assertThat(passwords.verify(station, utf8(TEXT))).isTrue();
        assertThat(passwords.verify(station, utf8("wrong horse:battery!"))).isFalse();
        assertThat(passwords.verify(station, new byte[0])).isFalse();
        assertThat(passwords.verify(station, new byte[100_000])).isFalse();
    }

    @Test
    void what_is_remembered_ends_with_the_password() { // A01.FR.03
        Station before = station("CP-7", TEXT);
        assertThat(passwords.verify(before, utf8(TEXT))).isTrue();
        Station after = station("CP-7", "another password 1");
        assertThat(passwords.verify(after, utf8(TEXT))).isFalse();
        assertThat(passwords.verify(after, utf8("another password 1"))).isTrue();
    }

    @Test
    void a_reconnect_with_the_same_password_is_cheap() {
        Station station = station("CP-7", TEXT);
        assertThat(passwords.verify(station, utf8(TEXT))).isTrue();
        long began = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            assertThat(passwords.verify(station, utf8(TEXT))).isTrue();
        }
        assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L); // 1 ms each; hashing takes several
    }

    @Test
    void the_same_password_is_stored_differently_each_time_and_shows_itself_nowhere() {
        PasswordHash one = passwords.hash(TEXT, false);
        assertThat(passwords.hash(TEXT, false)).isNotEqualTo(one);
        assertThat(one.text()).startsWith("pbkdf2-sha256$").doesNotContain("horse");
        assertThat(one).hasToString("(hidden)");
        assertThat(new PasswordBody(TEXT, null)).hasToString("(hidden)");
    }

    @ParameterizedTest // field note 83
    @ValueSource(strings = {"", "12345678", "123456789012345"})
    void a_short_one_is_refused_and_the_way_out_is_named(String password) {
        assertThatThrownBy(() -> passwords.hash(password, false)).isInstanceOfSatisfying(Refused.class, problem -> {
            assertThat(problem.field()).isEqualTo("password");
            assertThat(problem.detail()).contains("allowShort").contains(password.length() + " characters");
        });
    }

    @Test // field note 83
    void a_short_one_is_taken_when_it_is_meant() {
        Station station = stationOf("CP-7", passwords.hash("12345678", true));
        assertThat(passwords.verify(station, utf8("12345678"))).isTrue();
        assertThatThrownBy(() -> passwords.hash("", true)).isInstanceOf(Refused.class);
    }

    @Test
    void too_long_ones_and_control_characters_are_refused() {
        assertThat(passwords.hash("x".repeat(64), false)).isNotNull();
        assertThatThrownBy(() -> passwords.hash("x".repeat(65), false)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> passwords.hash("line one\nline two of it", false))
                .isInstanceOf(Refused.class);
    }

    @Test // field note 84
    void no_header_is_told_from_a_wrong_password() {
        Station station = station("CP-7", TEXT);
        assertThat(world.refusal(station, null)).contains(Attempt.Reason.NO_CREDENTIALS);
        assertThat(world.refusal(station, "Bearer abc")).contains(Attempt.Reason.NO_CREDENTIALS);
        assertThat(world.refusal(station, basic("CP-7", "something else at all")))
                .contains(Attempt.Reason.WRONG_PASSWORD);
        assertThat(world.refusal(station, basic("CP-7", ""))).contains(Attempt.Reason.WRONG_PASSWORD);
    }

    @Test // A00.FR.207
    void another_user_name_is_refused_even_with_the_right_password() {
        Station station = station("CP-7", TEXT);
        assertThat(world.refusal(station, basic("CP-8", TEXT))).contains(Attempt.Reason.WRONG_USER_NAME);
        assertThat(world.refusal(station, basic("", TEXT))).contains(Attempt.Reason.WRONG_USER_NAME);
        assertThat(world.refusal(station, "Basic ***")).contains(Attempt.Reason.WRONG_USER_NAME);
        assertThat(world.refusal(station, basic("cp-7", TEXT))).isEmpty();
    }

    @Test // field note 6
    void an_identity_with_colons_and_a_password_with_colons_are_taken_apart() {
        Station station = station("AA:BB:CC:00:11:22", TEXT);
        assertThat(world.refusal(
                        station, "basic   " + basic("AA:BB:CC:00:11:22", TEXT).substring(6)))
                .isEmpty();
    }

    @Test
    void a_station_without_a_password_may_send_what_it_likes() {
        Station station = stationOf("CP-7", null);
        assertThat(world.refusal(station, null)).isEqualTo(Optional.empty());
        assertThat(world.refusal(station, basic("nobody", "nothing"))).isEmpty();
        assertThat(passwords.verify(station, utf8("nothing"))).isFalse();
    }

    @Test
    void guesses_at_one_stations_password_do_not_stand_before_another_stations() {
        Station guessed = stationOf(7, "CP-7", passwords.hash(TEXT, false));
        Station honest = stationOf(8, "CP-8", passwords.hash(TEXT, false));
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 400; i++) {
            Thread.ofVirtual().start(() -> {
                begun.incrementAndGet();
                passwords.verify(guessed, utf8("wrong horse:battery!"));
                done.incrementAndGet();
            });
        }
        Await.until(() -> begun.get() == 400);
        assertThat(passwords.verify(honest, utf8(TEXT))).isTrue();
        assertThat(done).hasValueLessThan(100);
        Await.until(() -> done.get() == 400);
    }

    private Station station(String identity, String password) {
        return stationOf(identity, passwords.hash(password, false));
    }

    private static Station stationOf(String identity, PasswordHash hash) {
        return stationOf(7, identity, hash);
    }

    private static Station stationOf(long id, String identity, PasswordHash hash) {
        return new Station(
                new StationRef(1, id, identity),
                StationConfig.DEFAULT,
                Registration.NONE,
                hash,
                BootFacts.NONE,
                List.of(),
                null,
                null,
                new Station.Times(null, null, Instant.EPOCH, Instant.EPOCH));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString(utf8(user + ":" + password));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
