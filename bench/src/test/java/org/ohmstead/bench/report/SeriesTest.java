package org.ohmstead.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void what_climbs_grows_and_the_warm_up_is_left_out() {
        List<Double> climbing =
                IntStream.range(0, 40).mapToObj(i -> 100.0 + i * 10).toList();
        List<Double> warmUp =
                IntStream.range(0, 40).mapToObj(i -> i < 10 ? 1.0 : 200.0).toList();

        assertThat(new Series("memory", Unit.MIB, climbing).growth(1)).isGreaterThan(1.5);
        assertThat(new Series("memory", Unit.MIB, warmUp).growth(1)).isEqualTo(1);
    }

    @Test
    void what_stays_below_the_floor_is_flat_and_what_rises_above_it_is_not() {
        Series queue = new Series("queue", Unit.COUNT, List.of(0.0, 0.0, 3.0, 9.0));

        assertThat(queue.growth(10)).isEqualTo(1);
        assertThat(queue.growth(3)).isEqualTo(3);
    }
}
