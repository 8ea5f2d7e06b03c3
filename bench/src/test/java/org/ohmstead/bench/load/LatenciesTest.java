package org.ohmstead.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void nothing_measured_is_zero() {
        assertThat(latencies.millis(0.99)).isZero();
        assertThat(latencies.maxMillis()).isZero();
    }

    @Test
    void the_99th_percentile_of_1_to_1000_ms_is_990_ms() {
        LongStream.rangeClosed(1, 1000).forEach(millis -> latencies.record(millis * 1_000_000));

        assertThat(latencies.millis(0.5)).isCloseTo(500, Percentage.withPercentage(1.6));
        assertThat(latencies.millis(0.99)).isCloseTo(990, Percentage.withPercentage(1.6));
        assertThat(latencies.millis(1)).isEqualTo(1000);
        assertThat(latencies.count()).isEqualTo(1000);
    }

    @Test
    void a_percentile_is_never_below_the_truth_and_at_most_1_6_percent_above() {
        Random random = new Random(7);
        long[] nanos = random.longs(20_000, 1_000, 5_000_000_000L).sorted().toArray();
        LongStream.of(nanos).forEach(latencies::record);

        for (double share : new double[] {0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1}) {
            double truth = nanos[(int) Math.ceil(share * nanos.length) - 1] / 1000 / 1000.0;
            assertThat(latencies.millis(share))
                    .as("share " + share)
                    .isGreaterThanOrEqualTo(truth)
                    .isLessThanOrEqualTo(truth * 1.016);
        }
    }

    @Test
    void short_ones_are_exact_to_the_microsecond() {
        latencies.record(3_000);
        latencies.record(5_000);
        latencies.record(63_000);

        assertThat(latencies.millis(0.3)).isEqualTo(0.003);
        assertThat(latencies.millis(0.6)).isEqualTo(0.005);
        assertThat(latencies.millis(0.99)).isEqualTo(0.063, within(1e-9));
    }

    @Test
    void a_day_is_still_told_by_the_slowest() {
        latencies.record(86_400_000_000_000L);

        assertThat(latencies.maxMillis()).isEqualTo(86_400_000);
        assertThat(latencies.count()).isEqualTo(1);
    }
}
