package org.ohmstead.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.stations.StationRef;

class EventHistoryTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static List<Integer> numbers(
            StreamWorld world, EventFilter filter, @Nullable Instant from, @Nullable Instant to, int limit) {
        List<Integer> all = new ArrayList<>();
        Cursor cursor = null;
        do {
            Page<EventView> page = world.history.page(filter, from, to, new Limit(limit), cursor);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(event -> all.add(event.payload().path("number").asInt()));
            cursor = Cursor.of(page.next());
        } while (cursor != null);
        return all;
    }

    private static List<Integer> down(int from, int to) {
        return IntStream.rangeClosed(to, from).map(i -> from + to - i).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_newest_come_first_and_pages_have_each_once(TestDatabases.Kind kind) {
        try (StreamWorld world = new StreamWorld(kind.open(), Duration.ofDays(1))) {
            StationRef cp7 = world.slice.station("CP-7");
            StationRef cp8 = world.slice.station("CP-8");
            Instant begin = world.slice.clock.instant();
            for (int i = 0; i < 30; i++) {
                world.happens(i % 3 == 0 ? cp8 : cp7, i % 2 == 0 ? "session.updated" : "command.sent", i);
                if (i == 9 || i == 19) {
                    world.slice.clock.advance(Duration.ofMinutes(1));
                }
            }
            world.happens(2, null, "session.updated", 99);
            Await.until(() -> world.relay.stored().head() == 31);
            EventFilter all = world.filter(StreamWorld.owner(), null, null);
            for (int limit : new int[] {1, 7, 30, 100}) {
                assertThat(numbers(world, all, null, null, limit)).isEqualTo(down(29, 0));
            }
            assertThat(numbers(world, world.filter(StreamWorld.owner(), "session.", null), null, null, 4))
                    .hasSize(15)
                    .startsWith(28, 26);
            assertThat(numbers(world, world.filter(StreamWorld.owner(), null, "cp-8"), null, null, 4))
                    .hasSize(10)
                    .startsWith(27, 24);
            assertThat(numbers(world, all, begin.plusSeconds(60), null, 7)).isEqualTo(down(29, 10));
            assertThat(numbers(world, all, null, begin.plusSeconds(60), 7)).isEqualTo(down(9, 0));
            assertThat(numbers(world, all, begin.plusSeconds(1), begin.plusSeconds(120), 7))
                    .isEqualTo(down(19, 10));
            assertThat(numbers(world, all, begin.plusSeconds(121), null, 7)).isEmpty();
            EventView newest = world.history
                    .page(all, null, null, new Limit(1), null)
                    .items()
                    .getFirst();
            assertThat(newest.station()).isEqualTo("CP-7");
            assertThat(newest.at()).isEqualTo(Instant.EPOCH);
            assertThat(newest.storedAt()).isEqualTo(begin.plusSeconds(120));
            assertThatThrownBy(() -> world.filter(StreamWorld.owner(), null, "NOBODY"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("NOBODY");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_rare_is_looked_for_in_portions(TestDatabases.Kind kind) {
        try (StreamWorld world = new StreamWorld(kind.open(), Duration.ofDays(1))) {
            world.happens(null, "session.started", 1);
            for (int i = 0; i < 50; i++) {
                world.manyHappen(500);
            }
            Await.until(() -> world.relay.stored().head() == 25_001);
            EventFilter rare = world.filter(StreamWorld.owner(), "session.started", null);
            Page<EventView> first = world.history.page(rare, null, null, new Limit(10), null);
            assertThat(first.items()).isEmpty();
            assertThat(first.next()).isNotNull();
            assertThat(numbers(world, rare, null, null, 10)).containsExactly(1);
        }
    }
}
