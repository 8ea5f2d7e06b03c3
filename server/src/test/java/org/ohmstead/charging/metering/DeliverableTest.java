package org.ohmstead.charging.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.charging.session.RegisterPoint;

/** What a register may rise in 59 minutes, which with the minute of grace is an hour: a Wh a watt, and 100 Wh on top. */
class DeliverableTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private static RegisterPoint point(int minute, long wh) {
        return new RegisterPoint(NOON.plusSeconds(60L * minute), BigDecimal.valueOf(wh));
    }

    /** Rises of an hour each. */
    private static List<RegisterPoint> hourly(long... rises) {
        List<RegisterPoint> points = new ArrayList<>(List.of(point(0, 0)));
        long sum = 0;
        for (long rise : rises) {
            sum += rise;
            points.add(point(60 * points.size(), sum));
        }
        return points;
    }

    private static Deliverable.Known known(long peak, int samples, @Nullable Long rated) {
        return new Deliverable.Known(
                BigDecimal.valueOf(peak), samples, rated == null ? null : BigDecimal.valueOf(rated));
    }

    private static void expectMost(long wh, Deliverable deliverable) {
        assertThat(deliverable.follows(point(0, 1000), point(59, 1000 + wh + 100), BigDecimal.ONE))
                .isTrue();
        assertThat(deliverable.follows(point(0, 1000), point(59, 1001 + wh + 100), BigDecimal.ONE))
                .isFalse();
    }

    private static void expectMostFromZero(long wh, Deliverable deliverable) {
        assertThat(deliverable.followsZero(point(0, 0), point(59, wh + 100))).isTrue();
        assertThat(deliverable.followsZero(point(0, 0), point(59, wh + 101))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, , 400000",
        "7000, 0, , 50000",
        "40000, 2, , 80000",
        "7000, 2, , 50000",
        "7000, 3, , 14000",
        "7000, 0, 11000, 14000",
        "0, 0, 11000, 13750",
        "900000, 3, , 1000000"
    })
    void the_bound_follows_what_is_known(long peak, int samples, Long rated, long most) {
        expectMost(most, new Deliverable(MOST, known(peak, samples, rated), List.of()));
    }

    @Test
    void without_power_the_register_itself_tells_what_is_usual() {
        expectMost(50_000, new Deliverable(MOST, Deliverable.Known.NOTHING, hourly(3000)));
        expectMost(80_000, new Deliverable(MOST, Deliverable.Known.NOTHING, hourly(10_000)));
        expectMost(400_000, new Deliverable(MOST, Deliverable.Known.NOTHING, hourly(300_000)));
        // the upper quartile: neither pauses nor one odd value decide
        expectMost(
                80_000, new Deliverable(MOST, Deliverable.Known.NOTHING, hourly(1, 10_000, 10_000, 10_000, 300_000)));
        expectMost(160_000, new Deliverable(MOST, Deliverable.Known.NOTHING, hourly(20_000, 0, 0, 0)));
        expectMost(14_000, new Deliverable(MOST, known(7000, 3, null), hourly(10_000)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 25000", "7000, 0, 25000", "20000, 0, 40000", "7000, 1, 14000", "7000, 3, 14000"})
    void a_zero_is_believed_on_less(long peak, int samples, long most) {
        expectMostFromZero(most, new Deliverable(MOST, known(peak, samples, null), List.of()));
    }

    @Test
    void a_zero_is_believed_where_the_register_goes_on_as_fast() {
        expectMostFromZero(60_000, new Deliverable(MOST, Deliverable.Known.NOTHING, hourly(30_000)));
        expectMostFromZero(20_000, new Deliverable(MOST, known(7000, 1, null), hourly(10_000)));
    }

    @Test
    void a_register_may_fall_by_its_rounding_only() {
        Deliverable deliverable = new Deliverable(MOST, Deliverable.Known.NOTHING, List.of());
        assertThat(deliverable.follows(point(0, 1000), point(1, 999), BigDecimal.ONE))
                .isTrue();
        assertThat(deliverable.follows(point(0, 1000), point(1, 998), BigDecimal.ONE))
                .isFalse();
    }

    @Test
    void a_time_that_runs_backwards_brings_no_more_than_the_grace() {
        Deliverable deliverable = new Deliverable(MOST, known(30_000, 3, null), List.of());
        assertThat(deliverable.follows(point(10, 0), point(0, 1100), BigDecimal.ONE))
                .isTrue();
        assertThat(deliverable.follows(point(10, 0), point(0, 1101), BigDecimal.ONE))
                .isFalse();
    }

    @Test
    void readings_within_ten_seconds_are_no_slope() {
        List<RegisterPoint> steps =
                List.of(point(0, 0), new RegisterPoint(NOON.plusSeconds(1), BigDecimal.valueOf(100)));
        // 100 Wh in 10 s are 36 kW
        expectMost(288_000, new Deliverable(MOST, Deliverable.Known.NOTHING, steps));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, false, 50000",
        "7000, 0, false, 50000",
        "7000, 0, true, 14000",
        "40000, 0, false, 80000",
        "0, 10000, false, 80000",
        "0, 100000, false, 400000",
        "600000, 0, true, 1000000"
    })
    void a_running_session_is_looked_at_closely_above_this(long peak, long average, boolean told, long most) {
        assertThat(Deliverable.atOnce(MOST, BigDecimal.valueOf(peak), BigDecimal.valueOf(average), told))
                .isEqualByComparingTo(BigDecimal.valueOf(most));
    }
}
