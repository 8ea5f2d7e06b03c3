package org.ohmstead.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final long MILLI = 1_000_000;

    private long now = 5 * MILLI;
    private final OpenLoop loop = new OpenLoop(1000, () -> now);
    private final List<Long> dueAt = new ArrayList<>();

    private final class Station implements Pace.Speaker {
        private boolean free = true;

        @Override
        public boolean isFree() {
            return free;
        }

        @Override
        public void say(long due) {
            free = false;
            dueAt.add(due / MILLI);
        }

        void answered() {
            free = true;
            loop.free(this);
        }
    }

    @Test
    void at_1000_a_second_one_message_leaves_each_millisecond() {
        for (int i = 0; i < 10; i++) {
            loop.free(new Station());
        }
        assertThat(dueAt).containsExactly(5L);

        now += 3 * MILLI;
        loop.sendDue();

        assertThat(dueAt).containsExactly(5L, 6L, 7L, 8L);
    }

    @Test
    void a_message_that_waited_for_a_station_counts_from_when_it_was_due() {
        Station station = new Station();
        loop.free(station);
        now += 100 * MILLI;
        loop.sendDue();
        assertThat(dueAt).containsExactly(5L);
        assertThat(loop.behind()).isEqualTo(99);

        station.answered();

        assertThat(dueAt).containsExactly(5L, 6L);
    }

    @Test
    void a_station_that_lost_its_connection_is_passed_over() {
        Station lost = new Station();
        Station there = new Station();
        now -= MILLI;
        loop.free(lost);
        loop.free(there);
        lost.free = false;
        now += MILLI;

        loop.sendDue();

        assertThat(dueAt).containsExactly(5L);
        assertThat(there.free).isFalse();
    }
}
