package org.ohmstead.db.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.db.Scope;

/** Which units of which stations a lane takes next. */
class LaneScheduleTest {
    private static final long SLOW = 1;
    private static final long WORKED = Duration.ofMillis(100).toNanos();

    private long now = 1_000;
    private final LaneSchedule turns = new LaneSchedule(8, 100, () -> now);

    private Unit<?> waits(long station) throws InterruptedException {
        Unit<Integer> unit = new Unit<>(Scope.everywhere(), station, tx -> 0);
        assertThat(turns.offer(unit, Duration.ZERO)).isTrue();
        return unit;
    }

    private List<Unit<?>> next() throws InterruptedException {
        List<Unit<?>> batch = new ArrayList<>();
        turns.gather(batch, 0, 0);
        return batch;
    }

    @Test
    void who_came_first_is_first() throws InterruptedException {
        List<Unit<?>> all = List.of(waits(1), waits(2), waits(1), waits(3));
        assertThat(next()).isEqualTo(all);
        assertThat(turns.size()).isZero();
    }

    @Test
    void a_batch_has_an_end() throws InterruptedException {
        for (int i = 0; i < 11; i++) {
            waits(i);
        }
        assertThat(next()).hasSize(8);
        assertThat(next()).hasSize(3);
    }

    @Test
    void a_station_that_kept_the_lane_for_long_lets_the_others_go_first_and_comes_in_a_batch_of_its_own()
            throws InterruptedException {
        turns.ran(SLOW, WORKED);
        Unit<?> first = waits(SLOW);
        Unit<?> other = waits(2);
        Unit<?> second = waits(SLOW);
        Unit<?> another = waits(3);
        assertThat(next()).containsExactly(other, another);
        assertThat(turns.size()).isEqualTo(2);
        assertThat(next()).as("nobody else is there").containsExactly(first);
        Unit<?> late = waits(4);
        assertThat(next()).containsExactly(late);
        assertThat(next()).containsExactly(second);
        assertThat(turns.size()).isZero();
    }

    @Test
    void it_waits_three_times_as_long_as_it_worked_however_many_others_are_there() throws InterruptedException {
        turns.ran(SLOW, WORKED);
        Unit<?> slow = waits(SLOW);
        int others = 0;
        for (; ; others++, now += WORKED / 10) {
            Unit<?> other = waits(2 + others);
            List<Unit<?>> batch = next();
            if (batch.equals(List.of(slow))) {
                break;
            }
            assertThat(batch).containsExactly(other);
        }
        assertThat(others).isEqualTo(30);
    }

    @Test
    void its_order_stays_also_where_its_time_has_come_meanwhile() throws InterruptedException {
        turns.ran(SLOW, WORKED);
        Unit<?> first = waits(SLOW);
        Unit<?> other = waits(2);
        assertThat(next()).containsExactly(other);
        now += 3 * WORKED;
        Unit<?> second = waits(SLOW);
        assertThat(next()).containsExactly(first);
        assertThat(next()).containsExactly(second);
    }

    @Test
    void nobody_waits_for_long_and_the_quick_never() throws InterruptedException {
        turns.ran(SLOW, Duration.ofMinutes(10).toNanos());
        turns.ran(2, LaneSchedule.LONG.toNanos() - 1);
        Unit<?> slow = waits(SLOW);
        Unit<?> quick = waits(2);
        assertThat(next()).containsExactly(quick);
        now += Duration.ofSeconds(1).toNanos();
        waits(3);
        assertThat(next()).containsExactly(slow);
    }

    @Test
    void what_is_held_back_is_still_there_when_all_are_told_of_the_end() throws InterruptedException {
        turns.ran(SLOW, WORKED);
        Unit<?> slow = waits(SLOW);
        next();
        turns.ran(SLOW, WORKED);
        Unit<?> held = waits(SLOW);
        Unit<?> other = waits(2);
        assertThat(next()).containsExactly(other);
        List<Unit<?>> left = new ArrayList<>();
        turns.drainTo(left);
        assertThat(left).containsExactly(held).doesNotContain(slow);
        assertThat(turns.size()).isZero();
    }

    @Test
    void who_is_due_does_not_wait_behind_one_who_is_not() throws InterruptedException {
        turns.ran(SLOW, Duration.ofMinutes(10).toNanos());
        turns.ran(2, WORKED);
        waits(SLOW);
        Unit<?> less = waits(2);
        Unit<?> other = waits(3);
        assertThat(next()).containsExactly(other);
        now += 3 * WORKED;
        waits(3);
        assertThat(next()).containsExactly(less);
    }

    @Test
    void where_every_unit_takes_long_nobody_is_slow() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            turns.ran(9, WORKED);
        }
        turns.ran(SLOW, WORKED);
        Unit<?> one = waits(SLOW);
        Unit<?> other = waits(2);
        assertThat(next()).containsExactly(one, other);
    }
}
