package org.ohmstead.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.db.schema.Tables.OUTBOX;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.Await;
import org.ohmstead.db.Scope;
import org.ohmstead.db.StoreUnavailable;
import org.ohmstead.db.TestDatabases;

class EventRelayTest {
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_event_reaches_every_listener_after_the_commit_and_is_deleted(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            EventWorld.Listener one = new EventWorld.Listener("one");
            EventWorld.Listener two = new EventWorld.Listener("two", EventListener.Kind.LOCAL);
            try (EventRelay relay = world.relay(one, two)) {
                world.append(7L, 1);
                Await.until(() -> world.unsent() == 0 && relay.waiting() == 0);
            }
            assertThat(two.events).isEqualTo(one.events).hasSize(1);
            StoredEvent event = one.events.getFirst();
            assertThat(event.kind()).isEqualTo("connector.plugged");
            assertThat(event.tenant()).isEqualTo(1);
            assertThat(event.station()).isEqualTo(7);
            assertThat(event.createdAt()).isEqualTo(EventWorld.NOW);
            assertThat(event.payload().toString())
                    .isEqualTo("{\"tenant\":1,\"station\":7,\"at\":\"1970-01-01T00:00:00Z\",\"connector\":1}");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_was_committed_before_a_crash_is_told_after_the_next_start(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            world.append(7L, 1); // nobody relays: the server died after the commit
            EventWorld.Listener listener = new EventWorld.Listener();
            try (EventRelay relay = world.relay(listener)) {
                Await.until(() -> world.unsent() == 0);
            }
            assertThat(listener.connectors()).containsExactly(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_was_handed_over_before_a_crash_and_not_written_down_comes_again_with_the_same_id(
            TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            EventWorld.Listener listener = new EventWorld.Listener();
            EventRelay crashed = world.relay(EventWorld.FORGETFUL, world.commits, listener);
            world.append(7L, 1);
            Await.until(() -> listener.events.size() == 1);
            world.crash(crashed);
            try (EventRelay relay = world.relay(listener)) {
                Await.until(() -> world.unsent() == 0);
            }
            assertThat(listener.connectors()).containsExactly(1, 1);
            assertThat(listener.events.get(0).id())
                    .isEqualTo(listener.events.get(1).id());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "",
                "7",
                "null",
                "{}",
                "[{}]",
                "[7]",
                "[{\"tenant\":1,\"kind\":5,\"payload\":{}}]",
                "[{\"tenant\":1,\"kind\":\"a.b\"}]"
            })
    void a_row_that_cannot_be_read_is_kept_apart_and_does_not_hold_up_those_behind_it(String row) {
        try (EventWorld world = new EventWorld(TestDatabases.sqlite())) {
            world.commits.write(Scope.everywhere(), 0, tx -> tx.sql()
                    .insertInto(OUTBOX, OUTBOX.EVENT_COUNT, OUTBOX.EVENTS_JSON, OUTBOX.CREATED_AT)
                    .values(1, row, EventWorld.NOW)
                    .execute());
            world.append(7L, 1);
            EventWorld.Listener listener = new EventWorld.Listener();
            EventWorld.Listener other = new EventWorld.Listener("other");
            try (EventRelay relay = world.relay(listener, other)) {
                Await.until(() -> world.unsent() == 0 && relay.waiting() == 0);
                assertThat(EventWorld.abandoned(relay)).singleElement().satisfies(kept -> {
                    assertThat(kept.listener()).isEqualTo("outbox");
                    assertThat(kept.json()).isEqualTo(row);
                    assertThat(kept.failure()).contains("holds no events");
                });
            }
            assertThat(listener.connectors()).containsExactly(1);
            assertThat(other.events).isEqualTo(listener.events);
        }
    }

    @Test
    void a_listener_that_fails_gets_it_again_in_order_and_holds_up_neither_other_stations_nor_other_listeners() {
        try (EventWorld world = new EventWorld(TestDatabases.sqlite())) {
            CountDownLatch mend = new CountDownLatch(1);
            AtomicInteger failures = new AtomicInteger();
            EventWorld.Listener broken = new EventWorld.Listener() {
                @Override
                public void on(StoredEvent event) {
                    if (event.station() == 7 && mend.getCount() > 0) {
                        failures.incrementAndGet();
                        throw new StoreUnavailable("not now", null);
                    }
                    super.on(event);
                }
            };
            EventWorld.Listener sound = new EventWorld.Listener("sound");
            try (EventRelay relay = world.relay(broken, sound)) {
                world.append(7L, 1);
                world.append(7L, 2);
                world.append(8L, 3);
                world.append(7L, 4);
                Await.until(() -> sound.events.size() == 4 && broken.events.size() == 1 && failures.get() > 6);
                assertThat(broken.connectors()).containsExactly(3);
                Await.until(() -> world.unsent() == 0 && world.held("listener") == 3);
                mend.countDown();
                Await.until(() -> world.held("listener") == 0);
                assertThat(broken.connectors()).containsExactly(3, 1, 2, 4);
                assertThat(sound.connectors()).containsExactly(1, 2, 3, 4);
                assertThat(relay.abandoned()).isZero();
            }
        }
    }

    @Test
    void an_event_that_a_listener_cannot_take_at_all_is_given_up_and_counted() {
        try (EventWorld world = new EventWorld(TestDatabases.sqlite())) {
            AtomicInteger attempts = new AtomicInteger();
            EventWorld.Listener broken = new EventWorld.Listener() {
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
                Await.until(() -> world.unsent() == 0 && broken.events.size() == 1);
                assertThat(relay.abandoned()).isEqualTo(1);
                Await.until(() -> EventWorld.abandoned(relay).size() == 1);
                AbandonedEvent given = EventWorld.abandoned(relay).getFirst();
                assertThat(given.listener()).isEqualTo("listener");
                assertThat(given.failure()).contains("cannot read this one");
                assertThat(given.json()).contains("\"connector\":1");
                assertThat(given.abandonedAt()).isEqualTo(EventWorld.NOW);
            }
            assertThat(attempts).hasValue(4);
            assertThat(broken.connectors()).containsExactly(2);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_thousand_events_of_many_stations_come_once_each_and_in_the_order_of_each_station(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            EventWorld.Listener listener = new EventWorld.Listener();
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
    void what_a_listener_has_not_taken_is_kept_and_nothing_else(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            for (int i = 1; i <= 5; i++) {
                world.append((long) i, i);
            }
            EventWorld.Listener allButThree = new EventWorld.Listener() {
                @Override
                public void on(StoredEvent event) {
                    if (event.station() == 3L) {
                        throw new StoreUnavailable("not this one", null); // for which an event is never given up
                    }
                    super.on(event);
                }
            };
            try (EventRelay relay = world.relay(allButThree)) {
                Await.until(() -> world.unsent() == 0 && world.held("listener") == 1);
                assertThat(relay.waiting()).isEqualTo(1);
            }
            EventWorld.Listener mended = new EventWorld.Listener();
            try (EventRelay relay = world.relay(mended)) {
                Await.until(() -> world.held("listener") == 0);
            }
            assertThat(allButThree.connectors()).containsExactly(1, 2, 4, 5);
            assertThat(mended.events).extracting(StoredEvent::station).containsExactly(3L);
        }
    }

    @Test
    void a_row_whose_time_cannot_be_read_does_not_hold_up_those_behind_it() {
        try (EventWorld world = new EventWorld(TestDatabases.sqlite())) {
            world.append(6L, 1);
            world.commits.write(
                    Scope.everywhere(), 0, tx -> tx.sql().execute("update outbox set created_at = 'yesterday'"));
            world.append(7L, 2);
            EventWorld.Listener listener = new EventWorld.Listener();
            try (EventRelay relay = world.relay(listener)) {
                Await.until(() -> world.unsent() == 0 && listener.events.size() == 1);
                assertThat(EventWorld.abandoned(relay))
                        .extracting(AbandonedEvent::event)
                        .containsExactly(1L);
            }
            assertThat(listener.connectors()).containsExactly(2);
        }
    }

    @Test
    void a_row_without_events_is_owed_to_nobody() {
        try (EventWorld world = new EventWorld(TestDatabases.sqlite())) {
            world.commits.write(Scope.everywhere(), 0, tx -> tx.sql()
                    .insertInto(OUTBOX, OUTBOX.EVENT_COUNT, OUTBOX.EVENTS_JSON, OUTBOX.CREATED_AT)
                    .values(1, "[]", EventWorld.NOW)
                    .execute());
            try (EventRelay relay = world.relay(new EventWorld.Listener())) {
                Await.until(() -> world.unsent() == 0);
            }
        }
    }

    @Test
    void a_listener_that_throws_an_error_gets_the_event_again_and_its_thread_goes_on() {
        try (EventWorld world = new EventWorld(TestDatabases.sqlite())) {
            AtomicInteger attempts = new AtomicInteger();
            EventWorld.Listener odd = new EventWorld.Listener() {
                @Override
                public void on(StoredEvent event) {
                    switch (attempts.incrementAndGet()) {
                        case 1 -> throw new StackOverflowError();
                        case 2 -> throw new NoClassDefFoundError("a listener of another release");
                        case 3 -> throw new AssertionError("whatever else there is");
                        default -> super.on(event);
                    }
                }
            };
            try (EventRelay relay = world.relay(odd)) {
                world.append(7L, 1);
                Await.until(() -> odd.events.size() == 1);
                assertThat(relay.threads()).hasSize(2).allMatch(thread -> thread.running() && thread.failures() == 0);
            }
            assertThat(odd.connectors()).containsExactly(1);
        }
    }
}
