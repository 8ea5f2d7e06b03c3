package org.ohmstead.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;

class OutboxTest {
    @Test
    void an_event_of_a_unit_that_fails_is_never_told() {
        try (EventWorld world = new EventWorld(TestDatabases.sqlite())) {
            assertThatThrownBy(() -> world.commits.write(Scope.everywhere(), 1, tx -> {
                        world.outbox.append(tx, new EventWorld.Plugged(1, 1L, Instant.EPOCH, 1));
                        throw new IllegalArgumentException();
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(world.unsent()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void many_events_of_one_commit_keep_their_order_and_have_an_id_each(TestDatabases.Kind kind) {
        int many = 2 * Outbox.MOST_EVENTS + 1;
        try (EventWorld world = new EventWorld(kind.open())) {
            world.commits.write(Scope.everywhere(), 7, tx -> {
                for (int i = 0; i < many; i++) {
                    world.outbox.append(tx, new EventWorld.Plugged(1, i % 2 == 0 ? 7L : null, Instant.EPOCH, i));
                }
                return null;
            });
            assertThat(world.unsent()).isEqualTo(3);
            EventWorld.Listener listener = new EventWorld.Listener();
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
        try (EventWorld world = new EventWorld(TestDatabases.sqlite())) {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch held = new CountDownLatch(1);
            List<Thread> units = new ArrayList<>();
            units.add(Thread.ofVirtual()
                    .start(() -> world.commits.write(Scope.everywhere(), 99, tx -> {
                        running.countDown();
                        await(held);
                        return null;
                    })));
            // one that came before it would be committed by itself and never be among those counted below
            running.await();
            for (int i = 0; i < 10; i++) {
                int connector = i;
                units.add(Thread.ofVirtual()
                        .start(() -> world.commits.write(Scope.everywhere(), connector, tx -> {
                            world.outbox.append(
                                    tx, new EventWorld.Plugged(1, (long) connector, Instant.EPOCH, connector));
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
            // those before and those behind the one that failed
            assertThat(world.unsent()).isBetween(1, 2);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
