package org.ohmstead.charging.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.charging.session.Suspicion;

/** Energy from registers: field notes 101, 102, 103, 114. */
class RegistersTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private final Registers registers = new Registers(BigDecimal.valueOf(1_000_000));

    private static @Nullable RegisterPoint point(int minute, @Nullable Integer wh) {
        return wh == null ? null : new RegisterPoint(START.plus(Duration.ofMinutes(minute)), BigDecimal.valueOf(wh));
    }

    /** A reading every minute from minute 1 on; the stop a minute later. */
    private Registers.Energy energy(@Nullable Integer start, @Nullable Integer stop, int... values) {
        List<RegisterPoint> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(point(i + 1, values[i]));
        }
        return registers.between(
                new Registers.Ends(point(0, start), point(values.length + 1, stop), null),
                points,
                Deliverable.Known.NOTHING);
    }

    private static void expect(Registers.Energy energy, @Nullable Integer wh, Suspicion... doubts) {
        if (wh == null) {
            assertThat(energy.wh()).isNull();
        } else {
            assertThat(energy.wh()).isEqualByComparingTo(BigDecimal.valueOf(wh));
        }
        assertThat(energy.doubts()).containsExactlyInAnyOrder(doubts);
    }

    @Test
    void the_difference_of_stop_and_start_is_the_energy() {
        expect(energy(1000, 1900), 900);
        expect(energy(1000, 1900, 1100, 1500, 1890), 900);
        expect(energy(1000, 1000), 0);
    }

    @Test
    void readings_in_tenths_of_a_kwh_do_not_contradict_whole_wh() {
        expect(energy(1043, 1989, 1000, 1500, 2000), 946);
    }

    @Test
    void without_a_stop_the_last_reading_counts_and_without_anything_nothing_does() {
        expect(energy(1000, null, 1100, 1500), 500);
        expect(energy(1000, null), null);
        expect(energy(null, 5000), null);
        expect(energy(null, null, 1100, 1500), 400);
    }

    @Test
    void a_negative_stop_is_none() {
        expect(energy(1000, -1, 1100, 1500), 500, Suspicion.METER_NEGATIVE);
        expect(energy(1000, -1), null, Suspicion.METER_NEGATIVE);
    }

    @Test
    void a_stop_below_the_start_falls_back_on_readings() {
        expect(energy(9000, 400), null, Suspicion.METER_STOP_BELOW_START);
        expect(
                energy(9000, 450, 0, 100, 200, 300, 400),
                450,
                Suspicion.METER_STOP_BELOW_START,
                Suspicion.METER_BASE_MIXED);
    }

    @Test
    void a_register_that_resets_is_the_sum_of_its_parts() {
        expect(energy(1000, 1600, 1100, 1500, 0, 300, 600, 900, 1200, 1500), 500 + 1600, Suspicion.METER_RESET);
        expect(energy(1000, 400, 1500, 0, 300), 500 + 400, Suspicion.METER_RESET, Suspicion.METER_STOP_BELOW_START);
    }

    @Test
    void a_stop_that_a_register_cannot_have_reached_does_not_count() {
        expect(energy(1000, 5_000_000, 1100, 1500), 500, Suspicion.METER_JUMP);
        expect(energy(1000, 5_000_000), null, Suspicion.METER_JUMP);
    }

    @Test
    void a_start_and_stop_of_one_register_are_not_mixed_with_readings_of_another() {
        expect(energy(100_000, 105_000, 0, 1000, 3000, 5000), 5000, Suspicion.METER_BASE_MIXED);
        expect(energy(0, 5000, 900_000, 901_000, 905_000), 5000, Suspicion.METER_BASE_MIXED);
    }

    @Test
    void no_figure_is_above_the_difference_of_a_start_and_stop_that_are_of_one_register() {
        expect(energy(10_000, 13_000, 0, 1000, 2000), 3000, Suspicion.METER_BASE_MIXED);
        expect(energy(1000, 1500, 1100, 2000, 3000), 500, Suspicion.METER_BASE_MIXED);
    }

    @Test
    void a_stop_that_repeats_the_start_falls_back_on_readings() {
        expect(energy(5000, 5000, 5100, 7000, 9000), 4000, Suspicion.METER_BASE_MIXED);
    }

    @Test
    void single_odd_values_are_left_out() {
        expect(energy(100_000, 100_500, 100_100, 895, 100_200, 100_400), 500, Suspicion.METER_NOT_MONOTONIC);
        expect(energy(100_000, 100_500, 100_100, 9_000_000, 100_200), 500, Suspicion.METER_NOT_MONOTONIC);
        expect(energy(100_000, null, 100_100, 895, 100_200), 200, Suspicion.METER_NOT_MONOTONIC);
    }

    @Test
    void a_spike_that_could_be_energy_is_left_out_when_the_register_goes_on_below_it() {
        expect(energy(1000, 1400, 1100, 1500, 1200, 1300), 400, Suspicion.METER_NOT_MONOTONIC);
        expect(energy(1000, null, 1100, 1500, 1200, 1300), 300, Suspicion.METER_NOT_MONOTONIC);
    }

    @Test
    void a_single_odd_reading_before_the_stop_is_left_out_and_two_are_a_register_of_their_own() {
        expect(energy(1000, 1500, 1100, 1400, 9_000_000), 500, Suspicion.METER_NOT_MONOTONIC);
        expect(
                energy(1000, 1500, 1100, 1400, 9_000_000, 9_000_050),
                450,
                Suspicion.METER_JUMP,
                Suspicion.METER_BASE_MIXED);
    }

    @Test
    void a_reset_before_the_last_reading_is_one_where_the_stop_goes_on_from_neither() {
        expect(
                energy(100_000, 50_000, 100_100, 100_500, 0),
                500,
                Suspicion.METER_RESET,
                Suspicion.METER_STOP_BELOW_START,
                Suspicion.METER_JUMP);
    }

    @Test
    void two_registers_that_take_turns_are_not_added_up() {
        expect(
                energy(100_000, 100_500, 100_100, 100, 100_200, 200, 100_300, 300, 100_400),
                500,
                Suspicion.METER_NOT_MONOTONIC);
    }

    @Test
    void never_more_than_the_register_rose() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            int[] values = random.ints(1 + random.nextInt(12), 0, 100_000).toArray();
            int start = random.nextInt(100_000);
            int stop = random.nextInt(100_000);
            BigDecimal wh = energy(start, stop, values).wh();
            assertThat(wh).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(rises(start, values, stop)));
        }
    }

    private static long rises(int start, int[] values, int stop) {
        long sum = 0;
        int before = start;
        for (int value :
                IntStream.concat(IntStream.of(values), IntStream.of(stop)).toArray()) {
            sum += Math.max(0, value - before);
            before = value;
        }
        return sum;
    }
}
