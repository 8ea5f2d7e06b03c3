package org.ohmstead.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.EVENT_CURSOR;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.db.Scope;
import org.ohmstead.db.StoreUnavailable;
import org.ohmstead.db.TestDatabases;

/** Each listener goes its own way. */
class ListenerCursorsTest {
    /** Takes its first event, and no end of time for it. */
    private static final class Blocked extends EventWorld.Listener {
        private final CountDownLatch release = new CountDownLatch(1);

        Blocked() {
            super("blocked");
        }

        @Override
        public void on(StoredEvent event) {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            super.on(event);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_listener_that_does_not_come_back_delays_nobody_however_many_events_wait_for_it(TestDatabases.Kind kind) {
        int many = 30_000; // more than are kept in memory
        try (EventWorld world = new EventWorld(kind.open())) {
            Blocked blocked = new Blocked();
            EventWorld.Listener other = new EventWorld.Listener("other");
            EventWorld.Listener here = new EventWorld.Listener("here", EventListener.Kind.LOCAL);
            try (EventRelay relay = world.relay(blocked, other, here)) {
                world.appendMany(7L, many);
                Await.until(() -> other.events.size() == many && here.events.size() == many);
                assertThat(blocked.events).isEmpty();
                Await.until(() -> state(relay, "blocked").waiting() == many);
                Await.until(() -> state(relay, "other").waiting() == 0);
                assertThat(relay.waiting()).isEqualTo(many);
                world.now = EventWorld.NOW.plusSeconds(90);
                Await.until(() -> state(relay, "blocked").behind().toSeconds() == 90);
                assertThat(state(relay, "other").behind()).isZero();
                blocked.release.countDown();
                Await.until(() -> blocked.events.size() == many && world.unsent() == 0);
            }
            for (EventWorld.Listener each : List.of(blocked, other, here)) {
                assertThat(each.connectors())
                        .containsExactlyElementsOf(
                                IntStream.range(0, many).boxed().toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void after_a_restart_each_goes_on_where_it_was(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            EventWorld.Listener fast = new EventWorld.Listener("fast");
            EventWorld.Listener slow = new EventWorld.Listener("blocked") {
                @Override
                public void on(StoredEvent event) {
                    if (event.id() == 4) {
                        throw new StoreUnavailable("not before the server is stopped", null);
                    }
                    super.on(event);
                }
            };
            try (EventRelay relay = world.relay(fast, slow)) {
                IntStream.rangeClosed(1, 5).forEach(i -> world.append(7L, i));
                Await.until(
                        () -> fast.events.size() == 5 && state(relay, "blocked").failures() > 0);
            }
            EventWorld.Listener slowAgain = new EventWorld.Listener("blocked");
            try (EventRelay relay = world.relay(fast, slowAgain)) {
                world.append(7L, 6);
                Await.until(() -> fast.events.size() == 6 && slowAgain.events.size() == 3);
            }
            assertThat(fast.connectors()).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(slow.connectors()).containsExactly(1, 2, 3);
            assertThat(slowAgain.connectors()).containsExactly(4, 5, 6);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_slow_listener_is_written_where_it_is_within_a_row_of_many_events(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            AtomicLong stands = new AtomicLong();
            EventWorld.Listener first = new EventWorld.Listener() {
                @Override
                public void on(StoredEvent event) {
                    super.on(event);
                    if (event.id() == 100) {
                        stands.set(position(world, "listener"));
                        world.commits.close(); // the server dies here
                    }
                }
            };
            EventRelay crashed = world.relay(EventWorld.AT_ONCE, world.commits, first);
            world.appendMany(7L, 200);
            Await.until(() -> stands.get() > 0);
            world.crash(crashed);
            assertThat(stands).hasValue(99);
            EventWorld.Listener second = new EventWorld.Listener();
            try (EventRelay relay = world.relay(second)) {
                Await.until(() -> world.unsent() == 0);
            }
            assertThat(second.events)
                    .extracting(StoredEvent::id)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(100, 200).boxed().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_new_durable_listener_begins_with_what_is_kept_and_a_local_one_with_what_comes(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            world.append(7L, 1);
            try (EventRelay relay = world.relay(new Blocked())) {
                Await.until(() -> state(relay, "blocked").waiting() == 1);
            }
            EventWorld.Listener durable = new EventWorld.Listener("new");
            EventWorld.Listener local = new EventWorld.Listener("local", EventListener.Kind.LOCAL);
            try (EventRelay relay = world.relay(new EventWorld.Listener("blocked"), durable, local)) {
                world.append(7L, 2);
                Await.until(() -> world.unsent() == 0);
            }
            assertThat(durable.connectors()).containsExactly(1, 2);
            assertThat(local.connectors()).containsExactly(2);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_local_listener_has_not_taken_yet_is_not_deleted_under_it(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            CountDownLatch go = new CountDownLatch(1);
            EventWorld.Listener local = new EventWorld.Listener("local", EventListener.Kind.LOCAL) {
                @Override
                public void on(StoredEvent event) {
                    await(go);
                    super.on(event);
                }
            };
            EventWorld.Listener durable = new EventWorld.Listener();
            try (EventRelay relay = world.relay(local, durable)) {
                IntStream.rangeClosed(1, 5).forEach(i -> world.append(7L, i));
                Await.until(() -> durable.events.size() == 5 && position(world, "listener") == 5);
                assertThat(world.unsent()).isEqualTo(5);
                go.countDown();
                Await.until(() -> world.unsent() == 0);
            }
            assertThat(local.connectors()).containsExactly(1, 2, 3, 4, 5);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void events_are_numbered_without_gaps_in_the_order_in_which_they_come(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            EventWorld.Listener listener = new EventWorld.Listener();
            try (EventRelay relay = world.relay(listener)) {
                for (int round = 1; round <= 3; round++) {
                    world.appendMany(7L, 700);
                    int sofar = 700 * round;
                    Await.until(() -> listener.events.size() == sofar && world.unsent() == 0);
                }
            }
            assertThat(listener.events)
                    .extracting(StoredEvent::id)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 2100).boxed().toList());
        }
    }

    /** The events of one that is stuck for good must not be those of all. */
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_listener_that_fails_for_all_stations_waits_when_many_are_held_and_goes_on_later(TestDatabases.Kind kind) {
        int many = HeldEvents.MOST + 500;
        try (EventWorld world = new EventWorld(kind.open())) {
            CountDownLatch mend = new CountDownLatch(1);
            EventWorld.Listener broken = new EventWorld.Listener() {
                @Override
                public void on(StoredEvent event) {
                    if (mend.getCount() > 0) {
                        throw new StoreUnavailable("the partner is\0away", null);
                    }
                    super.on(event);
                }
            };
            try (EventRelay relay = world.relay(broken)) {
                world.appendMany(null, many);
                Await.until(() -> world.held("listener") == HeldEvents.MOST);
                assertThat(state(relay, "listener").waiting()).isEqualTo(many);
                assertThat(position(world, "listener")).isEqualTo(HeldEvents.MOST);
            }
            mend.countDown();
            try (EventRelay relay = world.relay(broken)) {
                Await.until(() -> world.held("listener") == 0 && world.unsent() == 0);
                assertThat(relay.abandoned()).isZero();
            }
            assertThat(broken.connectors())
                    .containsExactlyElementsOf(IntStream.range(0, many).boxed().toList());
        }
    }

    @Test
    void two_listeners_of_one_name_or_one_without_a_proper_name_are_refused() {
        try (EventWorld world = new EventWorld(TestDatabases.sqlite())) {
            for (List<String> names :
                    List.of(List.of("one", "one"), List.of("outbox"), List.of("node:1"), List.of(""))) {
                assertThatThrownBy(() -> world.relay(
                                names.stream().map(EventWorld.Listener::new).toArray(EventListener[]::new)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("'" + names.getFirst() + "'");
            }
        }
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static ListenerState state(EventRelay relay, String name) {
        return relay.states().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static long position(EventWorld world, String name) {
        return world.database
                .read(Scope.everywhere())
                .select(EVENT_CURSOR.POSITION)
                .from(EVENT_CURSOR)
                .where(EVENT_CURSOR.NAME.eq(name))
                .fetchOptional(EVENT_CURSOR.POSITION)
                .orElse(-1L);
    }
}
