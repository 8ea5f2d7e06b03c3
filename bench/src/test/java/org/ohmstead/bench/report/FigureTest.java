package org.ohmstead.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void the_median_of_three_runs_is_the_one_in_the_middle_whatever_their_order() {
        Figure figure = Figure.of("mix", "rate", Unit.PER_SECOND, List.of(9.0, 1.0, 4.0));

        assertThat(figure.median()).isEqualTo(4);
        assertThat(figure.least()).isEqualTo(1);
        assertThat(figure.most()).isEqualTo(9);
    }

    @Test
    void of_two_runs_it_is_their_mean() {
        assertThat(Figure.of("mix", "rate", Unit.PER_SECOND, List.of(1.0, 4.0)).median())
                .isEqualTo(2.5);
    }

    @Test
    void the_goal_is_asked_of_the_median() {
        Figure p99 = Figure.of("mix", "p99", Unit.MILLIS, List.of(10.0, 900.0, 20.0));

        assertThat(p99.goal(Goal.atMost(50)).isGood()).isTrue();
        assertThat(p99.goal(Goal.atMost(19)).isGood()).isFalse();
        assertThat(p99.goal(Goal.atLeast(21)).isGood()).isFalse();
        assertThat(p99.isGood()).isTrue();
    }

    @Test
    void what_must_not_happen_must_not_happen_in_any_run() {
        Figure refused = Figure.of("open", "refused", Unit.COUNT, List.of(0.0, 5.0, 0.0));

        assertThat(refused.goal(Goal.atMost(0)).isGood()).isFalse();
        assertThat(refused.goal(Goal.atMost(5)).isGood()).isTrue();
    }

    @Test
    void what_was_never_measured_is_no_figure() {
        assertThatThrownBy(() -> Figure.of("mix", "p99", Unit.MILLIS, List.of()))
                .hasMessageContaining("mix, p99 was never measured");
    }
}
