package org.ohmstead.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.db.schema.Tables.COMMAND;
import static org.ohmstead.db.schema.Tables.OUTBOX;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.StoredCommand.State;
import org.ohmstead.commands.limits.SqlLimitStore;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.rest.CommandView;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.GetDiagnostics;
import org.ohmstead.ocpp.v16.Reset;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** Commands that are kept: their outcome, their place in the queue of a station that is away, and repetitions with one key. */
class CommandOrdersTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Duration HOUR = Duration.ofHours(1);

    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final CommandOrders orders;
        final CommandQueue queue;
        final List<OcppCall<?>> sent = Collections.synchronizedList(new ArrayList<>());

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            SqlCommandStore store = new SqlCommandStore(stations.database, stations.commits);
            CommandRecords records = TestCommands.records(stations);
            Commands commands = new Commands(
                    stations.stations,
                    stations.links,
                    stations.gate,
                    new Sending(
                            stations.passwordChanges,
                            new StationLimits(new SqlLimitStore(stations.database, stations.commits), stations.clock)),
                    records,
                    stations.clock);
            orders = new CommandOrders(commands, records, store, new CommandSettings(3, HOUR), stations.clock);
            queue = new CommandQueue(stations.links, commands, orders, records, store, stations.clock);
        }

        ScriptedLink connect(Function<OcppCall<?>, Outcome<?>> says) {
            ScriptedLink link = new ScriptedLink(cp7, OcppVersion.V16, call -> {
                sent.add(call);
                return says.apply(call);
            });
            stations.links.put(link);
            return link;
        }

        ScriptedLink accepting() {
            return connect(call -> accepted());
        }

        /** It was connected once, so that its version is known, and is away. */
        void away() {
            long connection = stations.connections.opened(cp7, OcppVersion.V16, "10.0.0.1", "/ocpp/CP-7");
            stations.connections.closed(cp7, connection, 1000, "");
            stations.connections.flush();
        }

        StoredCommand submit(String type, @Nullable Duration ttl, @Nullable String key) {
            return orders.submit(Actor.LOCAL, order("Reset", "{\"type\":\"" + type + "\"}", ttl, key));
        }

        StoredCommand stored(long id) {
            return orders.get(Scope.tenant(cp7.tenant()), id);
        }

        void look() {
            queue.look();
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static CommandOrder order(String action, String payload, @Nullable Duration ttl, @Nullable String key) {
        try {
            Command command = new Command("CP-7", action, new ObjectMapper().readTree(payload), HOUR);
            return new CommandOrder(command, Duration.ofSeconds(30), ttl, key);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcome<?> accepted() {
        return new Outcome.Answered<>(new Reset.Response(Reset.Status.Accepted), Duration.ofMillis(12), List.of());
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_link_waits_with_its_command_and_is_in_no_row_once_that_has_left_or_was_called_off(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.away();
            String secret = "s3cretABCDEFGHIJKLMNOPQRSTUVWXYZ";
            String payload = "{\"location\":\"https://h/files/upload/17-" + secret + "/\"}";
            StoredCommand first = world.orders.submit(Actor.LOCAL, order("GetDiagnostics", payload, HOUR, "a"));
            StoredCommand second = world.orders.submit(Actor.LOCAL, order("GetDiagnostics", payload, HOUR, "b"));
            assertThat(CommandView.of(first).payload().toString()).contains("upload/17-***/");
            assertThat(world.orders
                            .submit(Actor.LOCAL, order("GetDiagnostics", payload, HOUR, "a"))
                            .id())
                    .isEqualTo(first.id());
            world.orders.cancel(Actor.LOCAL, second.id());
            world.connect(call ->
                    new Outcome.Answered<>(new GetDiagnostics.Response("log.zip"), Duration.ofMillis(12), List.of()));
            world.look();
            Await.until(() -> world.stored(first.id()).hasEnded());
            assertThat(world.sent).hasSize(1).first().asString().contains(secret);
            assertThat(world.stations
                            .database
                            .read(Scope.everywhere())
                            .selectFrom(COMMAND)
                            .fetch(COMMAND.PAYLOAD_JSON))
                    .hasSize(2)
                    .allMatch(kept -> kept.contains("upload/17-***/") && !kept.contains(secret));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_a_station_answered_can_be_looked_at_afterwards(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.accepting();
            StoredCommand kept = world.submit("Soft", null, null);
            assertThat(kept.state()).isEqualTo(State.ENDED);
            assertThat(kept).isEqualTo(world.stored(kept.id()));
            CommandResult result = kept.result();
            assertThat(result).isNotNull();
            assertThat(result.how()).isEqualTo(How.ANSWERED);
            assertThat(String.valueOf(result.response())).isEqualTo("{\"status\":\"Accepted\"}");
            assertThat(result.tookMillis()).isEqualTo(12);
            assertThat(kept.payload().toString()).isEqualTo("{\"type\":\"Soft\"}");
            assertThat(kept.by().word()).isEqualTo("local");
            assertThat(events(world)).contains("command.sent", "command.answered");
            var page = world.orders.page(Scope.tenant(1), CommandFilter.ALL, Limit.of(null), null);
            assertThat(page.items()).containsExactly(kept);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void secrets_are_not_kept(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.away();
            world.connect(call -> new Outcome.Refused<>(
                    org.ohmstead.ocpp.rpc.routing.ErrorCode.InternalError, "InternalError", "no", null));
            StoredCommand kept = world.orders.submit(
                    Actor.LOCAL,
                    order("ChangeConfiguration", "{\"key\":\"WifiPassword\",\"value\":\"open sesame\"}", null, null));
            assertThat(kept.payload().toString()).contains("***").doesNotContain("sesame");
            assertThat(how(kept)).isEqualTo(How.REFUSED);
            world.stations.links.remove(world.stations.links.of(world.cp7).orElseThrow());
            Refused refused = catchThrowableOfType(
                    Refused.class,
                    () -> world.orders.submit(
                            Actor.LOCAL,
                            order(
                                    "ChangeConfiguration",
                                    "{\"key\":\"WifiPassword\",\"value\":\"open sesame\"}",
                                    HOUR,
                                    null)));
            assertThat(refused.field()).isEqualTo("ttl");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void commands_wait_for_a_station_that_is_away_and_leave_in_their_order_once_it_is_there(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.away();
            StoredCommand first = world.submit("Soft", HOUR, null);
            StoredCommand second = world.submit("Hard", HOUR, null);
            assertThat(first.state()).isEqualTo(State.QUEUED);
            world.look();
            assertThat(world.sent).isEmpty();
            world.accepting();
            StoredCommand third = world.submit("Soft", HOUR, null); // it must not overtake
            assertThat(third.state()).isEqualTo(State.QUEUED);
            world.look();
            Await.until(() -> world.stored(third.id()).state() == State.ENDED);
            assertThat(world.sent)
                    .containsExactly(
                            new Reset.Request(Reset.Type.Soft),
                            new Reset.Request(Reset.Type.Hard),
                            new Reset.Request(Reset.Type.Soft));
            assertThat(how(world.stored(second.id()))).isEqualTo(How.ANSWERED);
            assertThat(events(world)).contains("command.queued");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void more_than_may_wait_are_refused_and_leave_nothing_behind(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.away();
            for (int i = 0; i < 3; i++) {
                world.submit("Soft", HOUR, null);
            }
            Refused refused = catchThrowableOfType(Refused.class, () -> world.submit("Soft", HOUR, null));
            assertThat(refused.kind()).isEqualTo(Refused.Kind.TOO_MANY);
            assertThat(world.orders
                            .page(Scope.tenant(1), CommandFilter.ALL, Limit.of(null), null)
                            .items())
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_waited_too_long_or_was_called_off_never_leaves(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.away();
            StoredCommand late = world.submit("Soft", Duration.ofMinutes(1), null);
            StoredCommand unwanted = world.submit("Hard", HOUR, null);
            assertThat(how(world.orders.cancel(Actor.LOCAL, unwanted.id()))).isEqualTo(How.CANCELLED);
            Refused again = catchThrowableOfType(Refused.class, () -> world.orders.cancel(Actor.LOCAL, unwanted.id()));
            assertThat(again.kind()).isEqualTo(Refused.Kind.CONFLICT);
            world.stations.clock.advance(Duration.ofMinutes(2));
            world.accepting();
            world.look();
            assertThat(how(world.stored(late.id()))).isEqualTo(How.EXPIRED);
            assertThat(world.sent).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void with_one_key_a_command_is_sent_once_within_a_day(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.accepting();
            StoredCommand first = world.submit("Soft", null, "k-1");
            assertThat(world.submit("Soft", null, "k-1")).isEqualTo(first);
            Refused other = catchThrowableOfType(Refused.class, () -> world.submit("Hard", null, "k-1"));
            assertThat(other.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(world.sent).hasSize(1);
            world.stations.clock.advance(Duration.ofHours(25));
            assertThat(world.submit("Hard", null, "k-1").id()).isNotEqualTo(first.id());
            assertThat(world.sent).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_repetition_is_one_whatever_its_numbers_were_read_as(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.away();
            CommandOrder limit = order(
                    "SetChargingProfile",
                    "{\"connectorId\":1,\"csChargingProfiles\":{\"chargingProfileId\":1,\"stackLevel\":0,"
                            + "\"chargingProfilePurpose\":\"TxDefaultProfile\",\"chargingProfileKind\":\"Relative\","
                            + "\"chargingSchedule\":{\"chargingRateUnit\":\"A\","
                            + "\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":8.1}]}}}",
                    HOUR,
                    "k-limit");
            StoredCommand first = world.orders.submit(Actor.LOCAL, limit);
            assertThat(world.orders.submit(Actor.LOCAL, limit)).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_command_goes_on_behind_the_wait(TestDatabases.Kind kind) throws Exception {
        try (World world = new World(kind)) {
            CountDownLatch answers = new CountDownLatch(1);
            world.connect(call -> {
                await(answers);
                return accepted();
            });
            CommandOrder order = order("Reset", "{\"type\":\"Soft\"}", null, null);
            StoredCommand sent = world.orders.submit(
                    Actor.LOCAL, new CommandOrder(order.command(), Duration.ofMillis(1), null, null));
            assertThat(sent.state()).isEqualTo(State.SENT);
            answers.countDown();
            Await.until(() -> world.stored(sent.id()).state() == State.ENDED);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_an_earlier_server_had_sent_ends_with_not_known(TestDatabases.Kind kind) throws Exception {
        try (World world = new World(kind)) {
            CountDownLatch answers = new CountDownLatch(1);
            world.connect(call -> {
                await(answers);
                return accepted();
            });
            CompletableFuture<StoredCommand> asked =
                    CompletableFuture.supplyAsync(() -> world.submit("Soft", null, null));
            Await.until(() -> world.sent.size() == 1);
            world.queue.interrupted(world.stations.clock.instant().plusSeconds(1));
            answers.countDown();
            CommandResult result = Objects.requireNonNull(asked.get().result());
            assertThat(result.how()).isEqualTo(How.CONNECTION_LOST);
            assertThat(result.text()).contains("not known");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_did_not_leave_waits_on(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.away();
            StoredCommand waits = world.submit("Soft", HOUR, null);
            ScriptedLink gone = world.connect(call -> new Outcome.NotConnected<>("it went away"));
            world.look();
            Await.until(() -> world.sent.size() == 1 && world.stored(waits.id()).state() == State.QUEUED);
            world.stations.links.remove(gone);
            world.accepting();
            Await.until(() -> {
                world.look();
                return world.stored(waits.id()).state() == State.ENDED;
            });
            assertThat(how(world.stored(waits.id()))).isEqualTo(How.ANSWERED);
        }
    }

    private static How how(StoredCommand command) {
        return Objects.requireNonNull(command.result()).how();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String events(World world) {
        return String.join(
                " ",
                world.stations
                        .database
                        .read(Scope.everywhere())
                        .select(OUTBOX.EVENTS_JSON)
                        .from(OUTBOX)
                        .fetch(OUTBOX.EVENTS_JSON));
    }
}
