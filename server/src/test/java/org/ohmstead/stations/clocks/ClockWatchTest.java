package org.ohmstead.stations.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.stations.clocks.StationClocks.Kind.READING;
import static org.ohmstead.stations.clocks.StationClocks.Kind.SESSION;
import static org.ohmstead.stations.clocks.StationClocks.Kind.START;
import static org.ohmstead.stations.clocks.StationClocks.Kind.STATUS;
import static org.ohmstead.stations.clocks.StationClocks.Kind.STOP;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.stations.ClockOffset;

class ClockWatchTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final ClockWatch watch = new ClockWatch(null);

    @Test
    void a_clock_that_is_right_shows_with_the_first_message() {
        hear(0, -1, STATUS);
        assertThat(watch.known()).isNotNull();
        assertThat(watch.known().ahead()).isEqualTo(Duration.ofSeconds(-1));
        assertThat(watch.known().isTelling()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {3600, 72000, 5_000_000_000L})
    void nothing_comes_from_the_future_but_from_a_fast_clock(long ahead) {
        hear(0, ahead, STATUS);
        hear(300, ahead - 1, READING);
        assertThat(watch.known().ahead()).isEqualTo(Duration.ofSeconds(ahead));
        assertThat(watch.known().since()).isEqualTo(NOON);
        assertThat(watch.known().measuredAt()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void old_messages_of_several_kinds_that_agree_for_a_minute_are_from_a_slow_clock() {
        hear(0, -3600, STATUS);
        hear(30, -3601, READING);
        assertThat(watch.known()).isNull();
        hear(70, -3600, READING);
        assertThat(watch.known().ahead()).isEqualTo(Duration.ofHours(-1));
        assertThat(watch.known().since()).isEqualTo(NOON);
    }

    @Test
    void start_and_stop_that_are_old_by_the_same_cannot_come_from_a_queue() {
        hear(0, -3600, STATUS);
        hear(1, -3600, START);
        hear(2, -3600, READING);
        assertThat(watch.known()).isNull();
        hear(3, -3600, STOP);
        assertThat(watch.known().ahead()).isEqualTo(Duration.ofHours(-1));
    }

    @Test
    void a_queue_comes_back_faster_than_it_was_written_and_tells_nothing() {
        hear(0, -7200, STATUS);
        hear(1, -7200, START);
        hear(2, -7195, READING);
        for (int reading = 1; reading <= 7; reading++) {
            hear(2 + reading, -7200 + reading * 900, READING);
        }
        hear(12, -600, STOP);
        assertThat(watch.known()).isNull();
        hear(20, 0, STATUS);
        assertThat(watch.known().ahead()).isZero();
    }

    @Test
    void readings_that_always_come_ten_minutes_late_do_not_slander_a_clock() {
        for (int reading = 0; reading < 20; reading++) {
            hear(reading * 900, -600, READING);
        }
        assertThat(watch.known()).isNull();
    }

    @Test
    void a_queue_does_not_change_what_is_known_and_a_clock_that_was_set_does_at_once() {
        ClockWatch slow = new ClockWatch(new ClockOffset(Duration.ofHours(-1), NOON.minusSeconds(9999), NOON));
        slow.hear(2, NOON.minusSeconds(9000), NOON, START, false);
        assertThat(slow.known().ahead()).isEqualTo(Duration.ofHours(-1));
        slow.hear(2, NOON.minusSeconds(3602), NOON, STATUS, false);
        assertThat(slow.known().since()).isEqualTo(NOON.minusSeconds(9999));
        slow.hear(2, NOON.plusSeconds(5), NOON.plusSeconds(5), STATUS, false);
        assertThat(slow.known().ahead()).isZero();
        assertThat(slow.known().since()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void what_is_fresher_than_the_known_clock_allows_proves_it_wrong() {
        ClockWatch slow = new ClockWatch(new ClockOffset(Duration.ofHours(-1), NOON.minusSeconds(9999), NOON));
        slow.hear(2, NOON.minusSeconds(1800), NOON, READING, false);
        assertThat(slow.known()).isNull();
    }

    @Test
    void a_right_clock_that_falls_back_by_an_hour_shows_after_some_messages() {
        hear(0, 0, STATUS);
        hear(60, -3600, READING);
        hear(120, -3600, READING);
        hear(180, -3600, STATUS);
        assertThat(watch.known().ahead()).isEqualTo(Duration.ofHours(-1));
        assertThat(watch.known().since()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void a_station_that_says_that_it_is_online_needs_no_second_message() {
        watch.hear(1, NOON.minusSeconds(3600), NOON, SESSION, true);
        assertThat(watch.known().ahead()).isEqualTo(Duration.ofHours(-1));
        ClockWatch right = new ClockWatch(new ClockOffset(Duration.ZERO, NOON, NOON));
        right.hear(1, NOON.minusSeconds(3600), NOON, SESSION, true); // it was sent again and again
        assertThat(right.known().ahead()).isZero();
    }

    @Test
    void a_clock_that_was_never_set_is_told_as_such() {
        watch.hear(1, Instant.parse("1970-01-01T00:00:12Z"), NOON, STATUS, false);
        assertThat(watch.known().isTelling()).isTrue();
        assertThat(watch.known().warning()).contains("behind");
    }

    @Test
    void a_connection_that_was_replaced_tells_nothing() {
        watch.hear(2, NOON, NOON, STATUS, false);
        watch.hear(1, NOON.plusSeconds(7200), NOON, STATUS, false);
        assertThat(watch.known().ahead()).isZero();
    }

    private void hear(long second, long ahead, StationClocks.Kind kind) {
        Instant arrival = NOON.plusSeconds(second);
        watch.hear(1, arrival.plusSeconds(ahead), arrival, kind, false);
    }
}
