package org.ohmstead.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.OUTBOX;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.db.Database;
import org.ohmstead.db.GroupCommit;
import org.ohmstead.db.StoreUnavailable;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.schema.tables.records.OutboxRecord;

class EventRelayTest {
    private static final Instant NOW = Instant.parse("2026-01-31T09:05:00Z");
    private static final EventSettings QUICK = new EventSettings(Duration.ofMillis(50), Duration.ofMillis(5), 4);

    record Plugged(long tenant, @Nullable Long station, Instant at, int connector) implements Event {
        @Override
        public String kind() {
            return "connector.plugged";
        }
    }

    /** Remembers what it was given. */
    private static class Listener implements EventListener {
        final List<StoredEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void on(StoredEvent event) {
            events.add(event);
        }

        List<Integer> connectors() {
            return events.stream()
                    .map(event -> event.payload().get("connector").intValue())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_event_reaches_every_listener_after_the_commit_and_is_deleted(TestDatabases.Kind kind) {
        try (World world = new World(kind.open(), QUICK)) {
            Listener one = new Listener();
            Listener two = new Listener();
            try (EventRelay relay = world.relay(one, two)) {
                world.append(7L, 1);
                Await.until(() -> world.unsent() == 0 && relay.waiting() == 0);
            }
            assertThat(two.events).isEqualTo(one.events).hasSize(1);
            StoredEvent event = one.events.getFirst();
            assertThat(event.kind()).isEqualTo("connector.plugged");
            assertThat(event.tenant()).isEqualTo(1);
            assertThat(event.station()).isEqualTo(7);
            assertThat(event.createdAt()).isEqualTo(NOW);
            assertThat(event.payload().toString())
                    .isEqualTo("{\"tenant\":1,\"station\":7,\"at\":\"1970-01-01T00:00:00Z\",\"connector\":1}");
        }
    }

    @Test
    void an_event_of_a_unit_that_fails_is_never_told() {
        try (World world = new World(TestDatabases.sqlite(), QUICK)) {
            assertThatThrownBy(() -> world.commits.write(1, tx -> {
                        world.outbox.append(tx, new Plugged(1, 1L, Instant.EPOCH, 1));
                        throw new IllegalArgumentException();
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(world.database.read().fetchCount(OUTBOX)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_was_committed_before_a_crash_is_told_after_the_next_start(TestDatabases.Kind kind) {
        try (World world = new World(kind.open(), QUICK)) {
            world.append(7L, 1); // nobody relays: the server died after the commit
            Listener listener = new Listener();
            try (EventRelay relay = world.relay(listener)) {
                Await.until(() -> world.unsent() == 0);
            }
            assertThat(listener.connectors()).containsExactly(1);
        }
    }

    @Test
    void what_was_handed_over_but_not_deleted_before_a_crash_comes_again_with_the_same_id() {
        try (World world = new World(TestDatabases.sqlite(), QUICK)) {
            world.append(7L, 1);
            OutboxRecord row = world.database.read().fetchSingle(OUTBOX);
            Listener listener = new Listener();
            try (EventRelay relay = world.relay(listener)) {
                Await.until(() -> world.unsent() == 0);
            }
            row.changed(true);
            world.commits.write(0, tx -> tx.sql().executeInsert(row));
            try (EventRelay relay = world.relay(listener)) {
                Await.until(() -> world.unsent() == 0);
            }
            assertThat(listener.connectors()).containsExactly(1, 1);
            assertThat(listener.events.get(0).id())
                    .isEqualTo(listener.events.get(1).id());
        }
    }

    @Test
    void a_listener_that_fails_gets_it_again_in_order_and_holds_up_neither_other_stations_nor_other_listeners() {
        try (World world = new World(TestDatabases.sqlite(), QUICK)) {
            CountDownLatch mend = new CountDownLatch(1);
            AtomicInteger failures = new AtomicInteger();
            Listener broken = new Listener() {
                @Override
                public void on(StoredEvent event) {
                    if (event.station() == 7 && mend.getCount() > 0) {
                        failures.incrementAndGet();
                        throw new StoreUnavailable("not now", null);
                    }
                    super.on(event);
                }
            };
            Listener sound = new Listener();
            try (EventRelay relay = world.relay(broken, sound)) {
                world.append(7L, 1);
                world.append(7L, 2);
                world.append(8L, 3);
                world.append(7L, 4);
                Await.until(() -> sound.events.size() == 4 && broken.events.size() == 1 && failures.get() > 6);
                assertThat(broken.connectors()).containsExactly(3);
                assertThat(world.unsent()).isEqualTo(3);
                mend.countDown();
                Await.until(() -> world.unsent() == 0);
                assertThat(broken.connectors()).containsExactly(3, 1, 2, 4);
                assertThat(sound.connectors()).containsExactly(1, 2, 3, 4);
                assertThat(relay.abandoned()).isZero();
            }
        }
    }

    @Test
    void an_event_that_a_listener_cannot_take_at_all_is_given_up_and_counted() {
        try (World world = new World(TestDatabases.sqlite(), QUICK)) {
            AtomicInteger attempts = new AtomicInteger();
            Listener broken = new Listener() {
                @Override
                public void on(StoredEvent event) {
                    if (event.payload().get("connector").intValue() == 1) {
                        attempts.incrementAndGet();
                        throw new IllegalStateException("cannot read this one");
                    }
                    super.on(event);
                }
            };
            try (EventRelay relay = world.relay(broken)) {
                world.append(7L, 1);
                world.append(7L, 2);
                Await.until(() -> world.unsent() == 0);
                assertThat(relay.abandoned()).isEqualTo(1);
            }
            assertThat(attempts).hasValue(4);
            assertThat(broken.connectors()).containsExactly(2);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_thousand_events_of_many_stations_come_once_each_and_in_the_order_of_each_station(TestDatabases.Kind kind) {
        try (World world = new World(kind.open(), QUICK)) {
            Listener listener = new Listener();
            try (EventRelay relay = world.relay(listener)) {
                List<Thread> stations = new ArrayList<>();
                for (long station = 1; station <= 20; station++) {
                    long id = station;
                    stations.add(Thread.ofVirtual().start(() -> {
                        for (int i = 0; i < 50; i++) {
                            world.append(id, i);
                        }
                    }));
                }
                Await.until(() -> stations.stream().noneMatch(Thread::isAlive) && world.unsent() == 0);
            }
            assertThat(listener.events).hasSize(1000);
            LongStream.rangeClosed(1, 20).forEach(id -> assertThat(listener.events.stream()
                            .filter(event -> event.station() == id)
                            .map(event -> event.payload().get("connector").intValue()))
                    .isSorted()
                    .hasSize(50));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_all_have_taken_is_deleted_and_nothing_else(TestDatabases.Kind kind) {
        try (World world = new World(kind.open(), QUICK)) {
            for (int i = 1; i <= 5; i++) {
                world.append((long) i, i);
            }
            EventListener allButThree = event -> {
                if (event.station() == 3L) {
                    throw new IllegalStateException("not this one");
                }
            };
            try (EventRelay relay = world.relay(allButThree)) {
                Await.until(() -> world.unsent() <= 1);
            }
            assertThat(WaitingEvents.in(world.database))
                    .extracting(StoredEvent::station)
                    .isSubsetOf(3L);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void many_events_of_one_commit_keep_their_order_and_have_an_id_each(TestDatabases.Kind kind) {
        int many = 2 * Outbox.MOST_EVENTS + 1;
        try (World world = new World(kind.open(), QUICK)) {
            world.commits.write(7, tx -> {
                for (int i = 0; i < many; i++) {
                    world.outbox.append(tx, new Plugged(1, i % 2 == 0 ? 7L : null, Instant.EPOCH, i));
                }
                return null;
            });
            assertThat(world.unsent()).isEqualTo(3);
            Listener listener = new Listener();
            try (EventRelay relay = world.relay(listener)) {
                Await.until(() -> world.unsent() == 0);
            }
            assertThat(listener.connectors())
                    .containsExactlyElementsOf(IntStream.range(0, many).boxed().toList());
            assertThat(listener.events.stream().map(StoredEvent::id)).isSorted().doesNotHaveDuplicates();
            assertThat(listener.events.get(1).station()).isNull();
        }
    }

    @Test
    void units_of_a_commit_share_a_row_and_one_that_fails_leaves_the_events_of_the_others() throws Exception {
        try (World world = new World(TestDatabases.sqlite(), QUICK)) {
            CountDownLatch held = new CountDownLatch(1);
            List<Thread> units = new ArrayList<>();
            units.add(Thread.ofVirtual()
                    .start(() -> world.commits.write(99, tx -> {
                        await(held);
                        return null;
                    })));
            for (int i = 0; i < 10; i++) {
                int connector = i;
                units.add(Thread.ofVirtual()
                        .start(() -> world.commits.write(connector, tx -> {
                            world.outbox.append(tx, new Plugged(1, (long) connector, Instant.EPOCH, connector));
                            if (connector == 5) {
                                throw new IllegalArgumentException("not this one");
                            }
                            return null;
                        })));
            }
            Await.until(() -> world.commits.queued() == 11);
            held.countDown();
            for (Thread unit : units) {
                unit.join();
            }
            assertThat(WaitingEvents.in(world.database))
                    .extracting(StoredEvent::station)
                    .containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 6L, 7L, 8L, 9L);
            // those that came before the held unit began, and of the others those before and behind the one that failed
            assertThat(world.unsent()).isBetween(1, 3);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static final class World implements AutoCloseable {
        final Database database;
        final EventSettings settings;
        final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        final GroupCommit commits;
        final Outbox outbox = new Outbox(clock);

        World(Database database, EventSettings settings) {
            this.database = database;
            this.settings = settings;
            this.commits = new GroupCommit(database);
        }

        EventRelay relay(EventListener... listeners) {
            EventRelay relay = new EventRelay(database, commits, outbox, List.of(listeners), settings);
            relay.start();
            return relay;
        }

        void append(@Nullable Long station, int connector) {
            commits.write(station == null ? 0 : station, tx -> {
                outbox.append(tx, new Plugged(1, station, Instant.EPOCH, connector));
                return null;
            });
        }

        int unsent() {
            return database.read().fetchCount(OUTBOX);
        }

        @Override
        public void close() {
            commits.close();
            database.close();
        }
    }
}
