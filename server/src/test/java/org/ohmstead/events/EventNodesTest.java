package org.ohmstead.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.db.schema.Tables.EVENT_CURSOR;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ohmstead.Await;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.Writer;
import org.ohmstead.db.lanes.GroupCommit;

/** Several nodes over one PostgreSQL, each a relay with a group commit of its own. */
class EventNodesTest {
    @Test
    void two_nodes_deliver_each_event_once_between_them_and_tell_their_own_listeners_all_of_them() {
        int many = 500;
        try (EventWorld world = new EventWorld(TestDatabases.postgres());
                GroupCommit others = new GroupCommit(world.database)) {
            List<EventWorld.Listener> durable =
                    Stream.of("a", "b", "a", "b").map(EventWorld.Listener::new).toList();
            EventWorld.Listener here = new EventWorld.Listener("local", EventListener.Kind.LOCAL);
            EventWorld.Listener there = new EventWorld.Listener("local", EventListener.Kind.LOCAL);
            try (EventRelay one = world.relay(EventWorld.QUICK, world.commits, durable.get(0), durable.get(1), here);
                    EventRelay two = world.relay(EventWorld.QUICK, others, durable.get(2), durable.get(3), there)) {
                IntStream.range(0, many).forEach(i -> world.append(7L, i));
                Await.until(() -> here.events.size() == many && there.events.size() == many && world.unsent() == 0);
                assertThat(two.states())
                        .noneMatch(each -> each.isHere() && !each.name().equals("local"));
            }
            List<Integer> all = IntStream.range(0, many).boxed().toList();
            assertThat(here.connectors()).containsExactlyElementsOf(all);
            assertThat(there.connectors()).containsExactlyElementsOf(all);
            assertThat(durable.get(0).connectors()).containsExactlyElementsOf(all);
            assertThat(durable.get(1).connectors()).containsExactlyElementsOf(all);
            assertThat(durable.get(2).events).isEmpty();
            assertThat(durable.get(3).events).isEmpty();
        }
    }

    @Test
    void a_node_that_ends_leaves_its_listeners_to_another_one_which_goes_on_where_they_were() {
        try (EventWorld world = new EventWorld(TestDatabases.postgres());
                GroupCommit others = new GroupCommit(world.database)) {
            EventWorld.Listener first = new EventWorld.Listener();
            EventWorld.Listener second = new EventWorld.Listener();
            EventRelay one = world.relay(first);
            try (EventRelay two = world.relay(EventWorld.QUICK, others, second)) {
                IntStream.rangeClosed(1, 5).forEach(i -> world.append(7L, i));
                Await.until(() -> first.events.size() == 5);
                one.close();
                IntStream.rangeClosed(6, 9).forEach(i -> world.append(7L, i));
                Await.until(() -> world.unsent() == 0 && second.events.size() == 4);
            }
            assertThat(first.connectors()).containsExactly(1, 2, 3, 4, 5);
            assertThat(second.connectors()).containsExactly(6, 7, 8, 9);
            assertThat(second.begunBehind)
                    .as("it may remember nothing of before")
                    .containsExactly(0);
        }
    }

    @Test
    void the_listeners_of_a_node_that_has_died_are_taken_over_when_its_claims_have_ended_and_not_before() {
        try (EventWorld world = new EventWorld(TestDatabases.postgres());
                GroupCommit others = new GroupCommit(world.database)) {
            EventWorld.Listener first = new EventWorld.Listener();
            EventWorld.Listener second = new EventWorld.Listener();
            EventWorld.Listener there = new EventWorld.Listener("local", EventListener.Kind.LOCAL);
            EventRelay one = world.relay(first);
            try (EventRelay two = world.relay(EventWorld.QUICK, others, second, there)) {
                IntStream.rangeClosed(1, 5).forEach(i -> world.append(7L, i));
                Await.until(() -> world.unsent() == 0);
                world.die(one);
                IntStream.rangeClosed(6, 9).forEach(i -> world.append(7L, i));
                Await.until(() -> there.events.size() == 9);
                assertThat(second.events).isEmpty();
                assertThat(world.unsent()).isEqualTo(4);
                world.expireClaims();
                Await.until(() -> world.unsent() == 0);
            }
            assertThat(first.connectors()).containsExactly(1, 2, 3, 4, 5);
            assertThat(second.connectors()).containsExactly(6, 7, 8, 9);
        }
    }

    /** Such as one that stood still in a pause of its machine, and wakes up in the middle of an event. */
    @Test
    void a_node_whose_listener_has_gone_to_another_one_tells_it_no_more_and_writes_nothing_of_it() {
        try (EventWorld world = new EventWorld(TestDatabases.postgres())) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            EventWorld.Listener first = new EventWorld.Listener() {
                @Override
                public void on(StoredEvent event) {
                    begun.countDown();
                    ListenerCursorsTest.await(go);
                    super.on(event);
                }
            };
            try (EventRelay one = world.relay(first)) {
                world.appendMany(7L, 5);
                ListenerCursorsTest.await(begun);
                world.commits.write(Scope.everywhere(), 0, tx -> tx.sql()
                        .update(EVENT_CURSOR)
                        .set(EVENT_CURSOR.NODE, "another")
                        .set(EVENT_CURSOR.POSITION, 4L)
                        .setNull(EVENT_CURSOR.CLAIM_ENDS_AT)
                        .where(EVENT_CURSOR.NAME.eq("listener"))
                        .execute());
                go.countDown();
                Await.until(() -> !ListenerCursorsTest.state(one, "listener").isHere());
                assertThat(ListenerCursorsTest.position(world, "listener")).isEqualTo(4);
                Await.until(() -> ListenerCursorsTest.state(one, "listener").waiting() == 1);
                int told = first.events.size();
                world.append(7L, 6);
                world.commits.write(Scope.everywhere(), 0, tx -> tx.sql()
                        .update(EVENT_CURSOR)
                        .setNull(EVENT_CURSOR.NODE)
                        .where(EVENT_CURSOR.NAME.eq("listener"))
                        .execute());
                Await.until(() -> world.unsent() == 0);
                assertThat(first.events.subList(told, first.events.size()))
                        .extracting(StoredEvent::id)
                        .containsExactly(5L, 6L);
            }
        }
    }

    @Test
    void what_is_committed_late_is_told_although_what_was_written_behind_it_has_been_told_before() throws SQLException {
        try (EventWorld world = new EventWorld(TestDatabases.postgres())) {
            EventWorld.Listener durable = new EventWorld.Listener();
            EventWorld.Listener local = new EventWorld.Listener("local", EventListener.Kind.LOCAL);
            try (EventRelay relay = world.relay(durable, local)) {
                world.append(1L, 1);
                try (Writer late = world.database.writer()) {
                    late.sql().execute("""
                            insert into outbox (event_count, created_at, events_json) values (1, now(),
                            '[{"tenant":1,"station":2,"kind":"connector.plugged","payload":{"connector":2}}]')""");
                    IntStream.rangeClosed(3, 9).forEach(i -> world.append(1L, i));
                    Await.until(() -> durable.events.size() == 8 && local.events.size() == 8);
                    Await.until(() -> world.unsent() == 0);
                    late.commit();
                }
                Await.until(() -> durable.events.size() == 9 && local.events.size() == 9);
            }
            assertThat(durable.connectors()).containsExactly(1, 3, 4, 5, 6, 7, 8, 9, 2);
            assertThat(local.events).isEqualTo(durable.events);
            assertThat(durable.events)
                    .extracting(StoredEvent::id)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 9).boxed().toList());
        }
    }
}
