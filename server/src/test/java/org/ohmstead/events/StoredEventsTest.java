package org.ohmstead.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.db.TestDatabases;

class StoredEventsTest {
    private static List<Long> ids(List<EventBatch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.events().stream())
                .map(StoredEvent::id)
                .toList();
    }

    /** All that come, as a reader asks for them. */
    private static List<Long> after(StoredEvents stored, long position, long last) {
        List<Long> all = new ArrayList<>();
        Await.until(() -> {
            List<EventBatch> some = stored.after(all.isEmpty() ? position : all.getLast());
            ids(some).stream()
                    .filter(id -> id > (all.isEmpty() ? position : all.getLast()))
                    .forEach(all::add);
            return !all.isEmpty() && all.getLast() >= last;
        });
        return all;
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_reader_gets_what_is_behind_its_number_from_near_and_from_far(TestDatabases.Kind kind) {
        EventSettings settings = EventWorld.QUICK.withHistory(Duration.ofHours(1));
        try (EventWorld world = new EventWorld(kind.open())) {
            try (EventRelay first = world.relay(settings, world.commits, new EventWorld.Listener())) {
                world.appendMany(7L, 1_200);
                world.append(7L, 1);
                assertThat(after(first.stored(), 0, 1_201)).isEqualTo(range(1, 1_201));
            }
            try (EventRelay relay = world.relay(settings, world.commits, new EventWorld.Listener())) {
                StoredEvents stored = relay.stored();
                assertThat(after(stored, 600, 1_201)).isEqualTo(range(601, 1_201));
                world.append(8L, 2);
                assertThat(after(stored, 1_201, 1_202)).isEqualTo(range(1_202, 1_202));
                assertThat(stored.after(5_000))
                        .as("nobody has seen such a number")
                        .isEmpty();
                assertThat(after(stored, 1_200, 1_202))
                        .as("and others are not disturbed")
                        .isEqualTo(range(1_201, 1_202));
                assertThat(stored.before(1_000, 1)).singleElement().satisfies(batch -> {
                    assertThat(batch.first()).isLessThanOrEqualTo(999);
                    assertThat(batch.last()).isGreaterThanOrEqualTo(999);
                });
                assertThat(stored.before(1, 5)).isEmpty();
                assertThat(stored.before(Long.MAX_VALUE, 1)).singleElement().satisfies(batch -> assertThat(batch.last())
                        .isEqualTo(1_202));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void events_that_all_listeners_have_are_kept_for_a_while(TestDatabases.Kind kind) {
        EventSettings settings = EventWorld.QUICK.withHistory(Duration.ofHours(2));
        try (EventWorld world = new EventWorld(kind.open())) {
            EventWorld.Listener listener = new EventWorld.Listener();
            try (EventRelay relay = world.relay(settings, world.commits, listener)) {
                world.append(7L, 1);
                Await.until(() -> listener.events.size() == 1);
                world.now = EventWorld.NOW.plus(Duration.ofHours(1));
                world.append(7L, 2);
                world.appendMany(7L, 2);
                Await.until(() -> listener.events.size() == 4);
                StoredEvents stored = relay.stored();
                assertThat(stored.floor()).isZero();
                assertThat(stored.firstFrom(EventWorld.NOW)).isEqualTo(1);
                assertThat(stored.firstFrom(EventWorld.NOW.plusSeconds(1))).isEqualTo(2);
                assertThat(stored.firstFrom(world.now)).isEqualTo(2);
                assertThat(stored.firstFrom(world.now.plusSeconds(1))).isEqualTo(5);
                world.now = EventWorld.NOW.plus(Duration.ofHours(2));
                Await.until(() -> stored.floor() == 1);
                assertThat(world.unsent()).isEqualTo(2);
                world.now = EventWorld.NOW.plus(Duration.ofHours(3));
                Await.until(() -> world.unsent() == 0);
                assertThat(stored.floor()).isEqualTo(4);
                assertThat(stored.firstFrom(EventWorld.NOW)).isEqualTo(5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_reader_is_woken_by_what_is_new(TestDatabases.Kind kind) throws InterruptedException {
        try (EventWorld world = new EventWorld(kind.open());
                EventRelay relay = world.relay(new EventWorld.Listener("local", EventListener.Kind.LOCAL))) {
            StoredEvents stored = relay.stored();
            List<Long> got = new ArrayList<>();
            Thread.ofVirtual().start(() -> world.append(7L, 1));
            long begun = System.nanoTime();
            while (got.isEmpty()
                    && System.nanoTime() - begun < Duration.ofSeconds(20).toNanos()) {
                long seen = stored.seen();
                got.addAll(ids(stored.after(0)));
                if (got.isEmpty()) {
                    stored.await(seen, Duration.ofSeconds(10));
                }
            }
            assertThat(got).containsExactly(1L);
        }
    }
}
