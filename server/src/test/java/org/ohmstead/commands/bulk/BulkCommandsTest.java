package org.ohmstead.commands.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.Reset;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** One command for many stations: how many at a time, what each answered, stopped on demand, gone on with after a crash. */
class BulkCommandsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final int STATIONS = 6;

    private static final class World implements AutoCloseable {
        final TestStations stations;
        final List<StationRef> all;
        final SqlBulkCommandStore store;
        final BulkCommands bulkCommands;
        final List<String> told = Collections.synchronizedList(new ArrayList<>());

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            all = IntStream.range(0, STATIONS)
                    .mapToObj(i -> stations.station("CP-" + i))
                    .toList();
            store = new SqlBulkCommandStore(stations.database, stations.commits);
            bulkCommands = new BulkCommands(
                    store, stations.commits, stations.audit, new Outbox(stations.clock), stations.clock);
        }

        /** As of a server that has just begun. */
        BulkCommandRunner runner() {
            return new BulkCommandRunner(store, bulkCommands, TestCommands.verbs(stations, List::of), stations.clock);
        }

        void connect(StationRef station, Function<OcppCall<?>, Outcome<?>> says) {
            stations.links.put(new ScriptedLink(station, OcppVersion.V16, call -> {
                told.add(station.identity());
                return says.apply(call);
            }));
        }

        void connectAll(Function<OcppCall<?>, Outcome<?>> says) {
            all.forEach(station -> connect(station, says));
        }

        BulkCommand create(int parallel) {
            ObjectNode payload = Words.newPayload().put("type", "Soft");
            BulkOrder order = new BulkOrder(new BulkOrder.Told("Reset", payload), null, parallel, null, null);
            return bulkCommands.create(Actor.LOCAL, order, all);
        }

        BulkCommand now(BulkCommand bulk) {
            return bulkCommands.get(Actor.LOCAL, bulk.id());
        }

        BulkCommand.Progress progress(BulkCommand bulk) {
            return bulkCommands.progress(Actor.LOCAL.scope(), bulk);
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static Outcome<?> accepted() {
        return new Outcome.Answered<>(new Reset.Response(Reset.Status.Accepted), Duration.ofMillis(2), List.of());
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void each_station_has_its_turn_and_the_report_says_what_came_of_it(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connectAll(call -> accepted());
            world.stations.links.remove(
                    world.stations.links.of(world.all.get(2)).orElseThrow());
            BulkCommand bulk = world.create(2);
            assertThat(world.progress(bulk).done()).isZero();
            world.runner().goThrough(bulk);
            assertThat(world.now(bulk).state()).isEqualTo(BulkCommand.State.ENDED);
            BulkCommand.Progress progress = world.progress(bulk);
            assertThat(progress.done()).isEqualTo(STATIONS);
            assertThat(progress.outcomes()).containsEntry("answered", 5).containsEntry("notConnected", 1);
            List<BulkCommand.OfStation> report = world.bulkCommands
                    .stations(Actor.LOCAL.scope(), bulk, Limit.of(null), null)
                    .items();
            assertThat(report).extracting(BulkCommand.OfStation::place).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(report.getFirst().status()).isEqualTo("Accepted");
            assertThat(report.get(2).text()).contains("never been connected");
            assertThat(world.stations.events("bulk-command.ended")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void no_more_than_so_many_have_their_turn_at_the_same_time(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            AtomicInteger running = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            CountDownLatch two = new CountDownLatch(2);
            world.connectAll(call -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                two.countDown();
                await(two);
                running.decrementAndGet();
                return accepted();
            });
            world.runner().goThrough(world.create(2));
            assertThat(most).hasValue(2);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_is_stopped_tells_no_further_station(TestDatabases.Kind kind) throws Exception {
        try (World world = new World(kind)) {
            CountDownLatch answers = new CountDownLatch(1);
            world.connectAll(call -> {
                await(answers);
                return accepted();
            });
            BulkCommand bulk = world.create(1);
            CompletableFuture<@Nullable Void> runs =
                    CompletableFuture.runAsync(() -> world.runner().goThrough(bulk));
            Await.until(() -> world.told.size() == 1);
            world.bulkCommands.stop(Actor.LOCAL, bulk.id());
            answers.countDown();
            runs.get();
            assertThat(world.now(bulk).state()).isEqualTo(BulkCommand.State.STOPPED);
            assertThat(world.told).hasSize(1);
            assertThat(world.progress(bulk).done()).isEqualTo(1);
            assertThat(world.bulkCommands.stop(Actor.LOCAL, bulk.id()).state()).isEqualTo(BulkCommand.State.STOPPED);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_server_that_has_just_begun_lets_stations_come_back_first(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            BulkCommandRunner before = world.runner();
            BulkCommand bulk = world.create(1);
            assertThat(before.isDue(bulk)).isTrue();
            world.stations.clock.advance(Duration.ofMinutes(5));
            BulkCommandRunner after = world.runner();
            assertThat(after.isDue(bulk)).isFalse();
            assertThat(after.isDue(world.create(1))).isTrue();
            world.stations.clock.advance(BulkCommandRunner.COMING_BACK);
            assertThat(after.isDue(bulk)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_server_that_died_before_it_marked_a_station_does_not_tell_it_twice(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connectAll(call -> accepted());
            BulkCommand bulk = world.create(3);
            world.runner().goThrough(bulk);
            world.stations.commits.write(Actor.LOCAL.scope(), 1, tx -> {
                tx.sql().execute("update bulk_command_station set done_at = null, command_id = null where place > 2");
                return tx.sql().execute("update bulk_command set state = 'running', ended_at = null");
            });
            world.runner().goThrough(world.now(bulk));
            assertThat(world.told).hasSize(STATIONS);
            assertThat(world.progress(bulk).outcomes()).containsEntry("answered", STATIONS);
            Refused ended = catchThrowableOfType(Refused.class, () -> world.bulkCommands.stop(Actor.LOCAL, bulk.id()));
            assertThat(ended.kind()).isEqualTo(Refused.Kind.CONFLICT);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_not_allowed_is_named(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ObjectNode soft = Words.newPayload().put("type", "Soft");
            assertThat(refused(world, body(List.of("CP-0"), 7L, "Reset", soft, null))
                            .field())
                    .isEqualTo("stations");
            assertThat(refused(world, body(List.of(), null, "Reset", soft, null))
                            .field())
                    .isEqualTo("stations");
            assertThat(refused(world, body(List.of("CP-0", "NOBODY"), null, "Reset", soft, null))
                            .detail())
                    .contains("NOBODY");
            assertThat(refused(world, body(List.of("CP-0"), null, "Resett", soft, null))
                            .field())
                    .isEqualTo("action");
            assertThat(refused(world, body(List.of("CP-0"), null, "Reset", Words.newPayload(), null))
                            .field())
                    .startsWith("payload");
            assertThat(refused(world, body(List.of("CP-0"), null, "Reset", soft, 0))
                            .field())
                    .isEqualTo("parallel");
            ObjectNode secret =
                    Words.newPayload().put("key", "AuthorizationKey").put("value", "0123456789abcdef");
            assertThat(refused(world, body(List.of("CP-0"), null, "ChangeConfiguration", secret, null))
                            .detail())
                    .contains("not kept");
        }
    }

    private static BulkCommandBody body(
            @Nullable List<String> stations,
            @Nullable Long group,
            String action,
            ObjectNode payload,
            @Nullable Integer parallel) {
        return new BulkCommandBody(stations, group, null, action, payload, null, parallel, null, null);
    }

    private static Refused refused(World world, BulkCommandBody body) {
        return catchThrowableOfType(Refused.class, () -> {
            body.order();
            new BulkStations(world.stations.stations).of(CurrentActor.of(Actor.LOCAL), body);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
