package org.ohmstead.charging.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.readings.MeterPoint;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.Suspicion;

/** Energy that is told as intervals only. */
class IntervalsTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Deliverable ANY =
            new Deliverable(BigDecimal.valueOf(1_000_000), Deliverable.Known.NOTHING, List.of());

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    private static MeterPoint interval(int seconds, @Nullable String context, long wh) {
        return new MeterPoint(at(seconds), null, context, null, null, BigDecimal.valueOf(wh), null, 1);
    }

    private static MeterPoint power(int seconds) {
        return new MeterPoint(at(seconds), null, "Sample.Periodic", null, null, null, BigDecimal.TEN, 1);
    }

    private static Registers.Energy sum(@Nullable Instant to, MeterPoint... points) {
        return Intervals.sum(List.of(points), NOON, to, ANY);
    }

    @Test
    void each_moment_counts_once_by_its_larger_value_and_what_has_no_interval_not_at_all() {
        Registers.Energy energy = sum(
                null,
                interval(300, "Sample.Periodic", 250),
                interval(300, "Sample.Periodic", 250),
                power(400),
                interval(600, "Sample.Periodic", 0),
                interval(600, "Sample.Periodic", 200));
        assertThat(energy.wh()).isEqualByComparingTo("450");
        assertThat(energy.doubts()).containsExactly(Suspicion.ENERGY_FROM_INTERVALS);
    }

    @Test
    void intervals_aligned_to_the_clock_count_only_where_there_are_no_others() {
        assertThat(sum(null, interval(300, "Sample.Clock", 100), interval(600, "Sample.Clock", 150))
                        .wh())
                .isEqualByComparingTo("250");
        assertThat(sum(null, interval(300, "Sample.Clock", 100), interval(400, "Sample.Periodic", 150), power(410))
                        .wh())
                .isEqualByComparingTo("150");
        assertThat(sum(null, interval(300, "Sample.Clock", 100), power(400)).wh())
                .isEqualByComparingTo("100");
        assertThat(Intervals.isAligned("Sample.Clock")).isTrue();
        assertThat(Intervals.isAligned("Sample.Periodic")).isFalse();
        assertThat(Intervals.isAligned(null)).isFalse();
    }

    @Test
    void more_than_one_and_a_half_of_the_usual_distance_and_a_minute_is_a_gap() {
        MeterPoint[] even = {interval(300, null, 1), interval(600, null, 1), interval(900, null, 1)};
        assertThat(sum(at(900 + 510), even).doubts()).doesNotContain(Suspicion.INTERVAL_MISSING);
        assertThat(sum(at(900 + 511), even).doubts()).contains(Suspicion.INTERVAL_MISSING);
    }

    @Test
    void less_than_nothing_is_odd_and_nothing_is_not() {
        assertThat(sum(null, interval(300, null, 0), interval(600, null, 10)).doubts())
                .doesNotContain(Suspicion.METER_NEGATIVE);
        assertThat(sum(null, interval(300, null, -1), interval(600, null, 10)).doubts())
                .contains(Suspicion.METER_NEGATIVE);
    }

    @Test
    void a_sum_that_no_charger_delivers_is_no_energy() {
        Registers.Energy energy = sum(null, interval(1, null, 900_000_000));
        assertThat(energy.wh()).isNull();
        assertThat(energy.doubts()).contains(Suspicion.METER_JUMP);
    }

    @Test
    void they_are_all_where_no_register_was_told() {
        MeterPoint register = new MeterPoint(NOON, null, null, BigDecimal.TEN, null, null, null, 1);
        MeterState start = MeterState.NONE.withStart(BigDecimal.TEN);
        assertThat(Intervals.areAll(List.of(interval(1, null, 1), power(2)), MeterState.NONE))
                .isTrue();
        assertThat(Intervals.areAll(List.of(interval(1, null, 1), register), MeterState.NONE))
                .isFalse();
        assertThat(Intervals.areAll(List.of(power(2)), MeterState.NONE)).isFalse();
        assertThat(Intervals.areAll(List.of(interval(1, null, 1)), start)).isFalse();
        assertThat(Intervals.areAll(List.of(interval(1, null, 1)), MeterState.NONE.withStop(BigDecimal.TEN)))
                .isFalse();
    }
}
