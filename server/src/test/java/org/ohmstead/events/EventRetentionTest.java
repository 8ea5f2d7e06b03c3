package org.ohmstead.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.db.schema.Tables.EVENT_CURSOR;
import static org.ohmstead.db.schema.Tables.UNDELIVERED_EVENT;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;

class EventRetentionTest {
    private static EventRetention after(EventWorld world, Duration time) {
        return new EventRetention(
                world.database,
                world.commits,
                EventSettings.defaults(),
                Clock.fixed(EventWorld.NOW.plus(time), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void events_that_wait_longer_than_they_are_kept_are_lost_to_a_listener_that_says_so_and_goes_on(
            TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            EventWorld.Listener early = new EventWorld.Listener();
            try (EventRelay relay = world.relay(early)) {
                world.append(7L, 1);
                Await.until(() -> world.unsent() == 0);
            }
            try (EventRelay nobody = world.relay()) {
                world.appendMany(7L, 600);
                Await.until(() -> world.numbered() == 2);
            }
            after(world, Duration.ofDays(7)).prune();
            assertThat(world.unsent()).isEqualTo(2);
            after(world, Duration.ofDays(8)).prune();
            assertThat(world.unsent()).isZero();
            EventWorld.Listener late = new EventWorld.Listener();
            try (EventRelay relay = world.relay(late)) {
                Await.until(() -> ListenerCursorsTest.state(relay, "listener").lost() == 600);
                world.append(7L, 2);
                Await.until(() -> late.events.size() == 1 && world.unsent() == 0);
                assertThat(ListenerCursorsTest.state(relay, "listener").lost()).isEqualTo(600);
            }
            assertThat(late.events).extracting(StoredEvent::id).containsExactly(602L);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_listener_that_nobody_has_any_more_keeps_events_no_longer_than_others(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            world.relay(new EventWorld.Listener("removed")).close();
            EventWorld.Listener other = new EventWorld.Listener("other");
            try (EventRelay relay = world.relay(other)) {
                IntStream.rangeClosed(1, 3).forEach(i -> world.append(7L, i));
                Await.until(() -> other.events.size() == 3 && ListenerCursorsTest.position(world, "other") == 3);
                assertThat(world.unsent()).isEqualTo(3);
                after(world, Duration.ofDays(8)).prune();
                Await.until(() -> world.database
                                .read(Scope.everywhere())
                                .fetchCount(EVENT_CURSOR, EVENT_CURSOR.NAME.eq("removed"))
                        == 0);
                world.append(7L, 4);
                Await.until(() -> world.unsent() == 0);
                assertThat(ListenerCursorsTest.state(relay, "other").lost()).isZero();
            }
            assertThat(other.connectors()).containsExactly(1, 2, 3, 4);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_listener_whose_cursor_another_node_has_forgotten_has_one_again(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            EventWorld.Listener listener = new EventWorld.Listener();
            try (EventRelay relay = world.relay(listener)) {
                world.append(7L, 1);
                Await.until(() -> world.unsent() == 0);
                world.commits.write(Scope.everywhere(), 0, tx -> tx.sql()
                        .deleteFrom(EVENT_CURSOR)
                        .where(EVENT_CURSOR.NAME.eq("listener"))
                        .execute());
                world.append(7L, 2); // which it may be told twice
                Await.until(() -> world.unsent() == 0 && ListenerCursorsTest.position(world, "listener") == 2);
            }
            assertThat(listener.connectors()).startsWith(1, 2);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_was_given_up_is_kept_as_long_as_what_waits(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open())) {
            EventWorld.Listener broken = new EventWorld.Listener() {
                @Override
                public void on(StoredEvent event) {
                    throw new IllegalStateException("never");
                }
            };
            try (EventRelay relay = world.relay(broken)) {
                world.append(7L, 1);
                Await.until(() -> EventWorld.abandoned(relay).size() == 1);
            }
            after(world, Duration.ofDays(7)).prune();
            assertThat(world.database.read(Scope.everywhere()).fetchCount(UNDELIVERED_EVENT))
                    .isOne();
            after(world, Duration.ofDays(8)).prune();
            assertThat(world.database.read(Scope.everywhere()).fetchCount(UNDELIVERED_EVENT))
                    .isZero();
        }
    }
}
