package org.ohmstead.charging.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.charging.session.RegisterPoint;

/** Where registers end, and what is only a reset. */
class RolloverTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Deliverable ORDINARY =
            new Deliverable(BigDecimal.valueOf(1_000_000), Deliverable.Known.NOTHING, List.of());

    /** Every ten minutes: 11 with the grace, so that an ordinary EVSE delivers 9267 Wh between two of them. */
    private static List<RegisterPoint> points(String... wh) {
        List<RegisterPoint> points = new ArrayList<>();
        for (String value : wh) {
            points.add(new RegisterPoint(NOON.plusSeconds(600L * points.size()), new BigDecimal(value)));
        }
        return points;
    }

    private static void expect(List<RegisterPoint> points, String... wh) {
        assertThat(Rollover.unrolled(points, ORDINARY).stream().map(RegisterPoint::wh))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        java.util.Arrays.stream(wh).map(BigDecimal::new).toArray(BigDecimal[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1000000", "10000000", "100000000", "2147483648", "4294967296", "214748364.8", "429496729.6"})
    void a_register_goes_on_after_its_end(String end) {
        BigDecimal before = new BigDecimal(end).subtract(BigDecimal.valueOf(1000));
        expect(
                points(before.toPlainString(), "500", "900"),
                before.toPlainString(),
                before.add(BigDecimal.valueOf(1500)).toPlainString(),
                before.add(BigDecimal.valueOf(1900)).toPlainString());
    }

    @Test
    void the_way_across_fits_the_time_and_the_power() {
        expect(points("9995000", "4266"), "9995000", "10004266");
        expect(points("9995000", "4267"), "9995000", "4267");
    }

    @Test
    void a_tenth_of_its_range_does_not_go_by_at_once() {
        Deliverable fast = new Deliverable(
                BigDecimal.valueOf(10_000_000),
                new Deliverable.Known(BigDecimal.valueOf(1_000_000), 3, null),
                List.of());
        assertThat(Rollover.unrolled(points("950000", "50000"), fast).getLast().wh())
                .isEqualByComparingTo("1050000");
        assertThat(Rollover.unrolled(points("950000", "50001"), fast).getLast().wh())
                .isEqualByComparingTo("50001");
    }

    @Test
    void what_rises_or_falls_elsewhere_stays_as_it_is() {
        List<RegisterPoint> rising = points("9999000", "9999900");
        assertThat(Rollover.unrolled(rising, ORDINARY)).isSameAs(rising);
        expect(points("5000000", "10", "500"), "5000000", "10", "500");
    }

    @Test
    void a_single_low_value_is_odd_and_no_rollover() {
        expect(points("9999000", "100", "9999100"), "9999000", "100", "9999100");
    }
}
