package org.ohmstead.charging.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.charging.readings.MeterPoint;

/** Registers held against power. */
class PowerCheckTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static MeterPoint point(int second, long wh, long watts) {
        return new MeterPoint(
                NOON.plusSeconds(second), null, null, BigDecimal.valueOf(wh), null, null, BigDecimal.valueOf(watts), 7);
    }

    /** 6000 W all the time, which are 500 Wh in five minutes. */
    private static List<MeterPoint> rising(int every, long... rises) {
        List<MeterPoint> points = new ArrayList<>(List.of(point(0, 0, 6000)));
        long wh = 0;
        for (long rise : rises) {
            wh += rise;
            points.add(point(every * points.size(), wh, 6000));
        }
        return points;
    }

    @Test
    void a_register_that_rises_three_times_as_fast_and_a_step_is_just_believed() {
        assertThat(PowerCheck.isBelow(rising(300, 1599, 1599))).isFalse();
        assertThat(PowerCheck.isBelow(rising(300, 1601, 1601))).isTrue();
    }

    @Test
    void one_rise_proves_nothing_and_two_of_three_do() {
        assertThat(PowerCheck.isBelow(rising(300, 5000))).isFalse();
        assertThat(PowerCheck.isBelow(rising(300, 5000, 5000, 500))).isTrue();
        assertThat(PowerCheck.isBelow(rising(300, 5000, 5000, 500, 500))).isFalse();
    }

    @Test
    void readings_that_come_often_are_taken_together() {
        long[] steps = LongStream.range(0, 60).map(i -> i % 6 == 0 ? 100 : 0).toArray();
        assertThat(PowerCheck.isBelow(rising(10, steps))).isFalse();
        assertThat(PowerCheck.isBelow(
                        rising(10, LongStream.range(0, 60).map(i -> 167).toArray())))
                .isTrue();
    }

    @Test
    void a_power_that_is_always_0_says_nothing_and_neither_do_rolled_up_readings() {
        assertThat(PowerCheck.isBelow(List.of(point(0, 0, 0), point(300, 5000, 0), point(600, 9000, 0))))
                .isFalse();
        List<MeterPoint> rolledUp = rising(300, 5000, 5000, 5000).stream()
                .map(point -> new MeterPoint(point.at(), null, null, point.energyWh(), null, null, BigDecimal.ONE, 0))
                .toList();
        assertThat(PowerCheck.isBelow(rolledUp)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1000, false", "933.4, false", "933, true", "0, true"})
    void power_that_says_more_than_three_times_the_energy_is_a_wrong_scale(BigDecimal wh, boolean above) {
        List<MeterPoint> half = List.of(point(0, 0, 6000), point(1800, 0, 7000));
        assertThat(PowerCheck.isAbove(half, wh)).isEqualTo(above);
    }

    @Test
    void what_flows_out_of_the_ev_is_not_expected_energy() {
        assertThat(PowerCheck.isAbove(List.of(point(0, 0, -6000), point(3600, 0, -6000)), BigDecimal.ZERO))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "7000, 7000",
        "900000;7000, 900000",
        "900000;7000;7000, 7000",
        "50000;7000;7000, 50000",
        "60000;20000;7000, 60000",
        "60001;20000;7000, 20000"
    })
    void a_power_that_stands_far_above_all_others_is_a_defect(String watts, BigDecimal peak) {
        List<BigDecimal> all = watts.isEmpty()
                ? List.of()
                : java.util.Arrays.stream(watts.split(";")).map(BigDecimal::new).toList();
        assertThat(PowerCheck.peak(all)).isEqualByComparingTo(peak);
    }
}
