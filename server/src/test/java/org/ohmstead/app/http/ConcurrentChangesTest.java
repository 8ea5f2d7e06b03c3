package org.ohmstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.api.StrictJson;
import org.ohmstead.api.Tagged;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.credentials.PasswordBody;
import org.ohmstead.stations.rest.StationResource;
import org.ohmstead.stations.rest.StationTable;
import org.ohmstead.stations.rest.StationView;
import org.ohmstead.tokens.TestTokens;
import org.ohmstead.tokens.rest.TokenResource;
import org.ohmstead.tokens.rest.TokenView;

/** Operators and programs that change the same thing at the same time, and what each of them finds afterwards. */
class ConcurrentChangesTest {
    private static final int ROUNDS = 40;

    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();

    ConcurrentChangesTest() {
        StrictJson.apply(json);
    }

    /** What can be changed, as a program sees it. */
    private final class World implements AutoCloseable {
        private final TestStations slice;
        private final StationResource stations;
        private final TokenResource tokens;

        World(TestDatabases.Kind kind) {
            slice = new TestStations(kind.open());
            stations = new StationResource(
                    slice.stations,
                    slice.views(),
                    new StationTable(slice.lists(), slice.views()),
                    CurrentActor.of(Actor.LOCAL),
                    json);
            tokens = TestTokens.resource(
                    slice.database, slice.commits, Clock.fixed(slice.clock.instant(), ZoneOffset.UTC), json);
            slice.station("CP-7");
        }

        StationView station(String changes, @Nullable String ifMatch) {
            return stations.change("CP-7", object(changes), ifMatch);
        }

        TokenView token(long id, String changes, @Nullable String ifMatch) {
            return tokens.change(Long.toString(id), object(changes), ifMatch);
        }

        long newToken() {
            return ((TokenView) tokens.create(TestTokens.body("04A2B3C4")).getEntity()).id();
        }

        @Override
        public void close() {
            slice.close();
        }
    }

    private ObjectNode object(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void atOnce(List<Callable<?>> changes) throws Exception {
        CyclicBarrier together = new CyclicBarrier(changes.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(changes.size())) {
            List<Future<Object>> all = changes.stream()
                    .map(change -> threads.submit(() -> {
                        together.await();
                        return (Object) change.call();
                    }))
                    .toList();
            for (Future<Object> one : all) {
                one.get();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_token_that_one_blocks_stays_blocked_whatever_another_changes(TestDatabases.Kind kind) throws Exception {
        try (World world = new World(kind)) {
            long id = world.newToken();
            for (int i = 0; i < ROUNDS; i++) {
                String note = "{\"note\": \"note " + i + "\"}";
                String priority = "{\"priority\": " + i % 9 + "}";
                world.token(id, "{\"blocked\": false}", null);
                atOnce(List.of(
                        () -> world.token(id, "{\"blocked\": true}", null),
                        () -> world.token(id, note, null),
                        () -> world.token(id, priority, null)));
                TokenView now = world.tokens.get(Long.toString(id));
                assertThat(now.blocked()).as("round " + i).isTrue();
                assertThat(now.note()).isEqualTo("note " + i);
                assertThat(now.priority()).isEqualTo(i % 9);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_keeps_what_each_of_several_has_changed(TestDatabases.Kind kind) throws Exception {
        try (World world = new World(kind)) {
            for (int i = 0; i < ROUNDS; i++) {
                int round = i;
                atOnce(List.of(
                        () -> world.station("{\"name\": \"Gate " + round + "\"}", null),
                        () -> world.station("{\"heartbeatIntervalSeconds\": " + (60 + round) + "}", null),
                        () -> world.station("{\"strict\": " + (round % 2 == 0) + "}", null)));
                StationView now = world.stations.get("CP-7");
                assertThat(now.name()).isEqualTo("Gate " + round);
                assertThat(now.heartbeatIntervalSeconds()).isEqualTo(60 + round);
                assertThat(now.strict()).isEqualTo(round % 2 == 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void of_several_who_have_seen_the_same_state_one_changes_it(TestDatabases.Kind kind) throws Exception {
        try (World world = new World(kind)) {
            long id = world.newToken();
            String seen = tag(world.tokens.get(Long.toString(id)));
            List<Optional<Refused.Kind>> ends = new java.util.concurrent.CopyOnWriteArrayList<>();
            List<Callable<?>> changes = IntStream.range(0, 6)
                    .<Callable<?>>mapToObj(i -> () -> {
                        try {
                            world.token(id, "{\"note\": \"" + i + "\"}", seen);
                            return ends.add(Optional.empty());
                        } catch (Refused e) {
                            return ends.add(Optional.of(e.kind()));
                        }
                    })
                    .toList();
            atOnce(changes);
            assertThat(ends).hasSize(6).contains(Optional.empty());
            assertThat(ends.stream().flatMap(Optional::stream)).hasSize(5).containsOnly(Refused.Kind.CHANGED);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_token_is_changed_and_removed_only_as_it_was_seen(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            long id = world.newToken();
            String first = tag(world.tokens.get(Long.toString(id)));
            String second = tag(world.token(id, "{\"blocked\": true}", first));
            assertThat(second).isNotEqualTo(first);
            refused(() -> world.token(id, "{\"blocked\": false}", first));
            refused(() -> world.tokens.delete(Long.toString(id), first));
            assertThat(world.tokens.get(Long.toString(id)).blocked()).isTrue();
            String back = tag(world.token(id, "{\"blocked\": false}", second));
            assertThat(back).as("the same content, but changed twice").isNotEqualTo(first);
            world.tokens.delete(Long.toString(id), "\"other\", " + back);
            assertThatThrownBy(() -> world.tokens.get(Long.toString(id))).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_and_its_password_are_changed_and_removed_only_as_they_were_seen(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            String first = tag(world.stations.get("CP-7"));
            assertThat(tag(world.stations.get("cp-7"))).isEqualTo(first);
            String second = tag(world.station("{\"name\": \"Gate\"}", first));
            refused(() -> world.station("{\"name\": \"Door\"}", first));
            refused(() -> world.stations.setPassword("CP-7", new PasswordBody("0123456789abcdef", null), first));
            refused(() -> world.stations.removePassword("CP-7", first));
            world.slice.clock.advance(java.time.Duration.ofSeconds(1));
            world.stations.setPassword("CP-7", new PasswordBody("0123456789abcdef", null), second);
            refused(() -> world.stations.delete("CP-7", second));
            assertThat(world.stations.get("CP-7").name()).isEqualTo("Gate");
            world.stations.delete("CP-7", tag(world.stations.get("CP-7")));
            assertThatThrownBy(() -> world.stations.get("CP-7")).isInstanceOf(Refused.class);
        }
    }

    private static String tag(Tagged shown) {
        return shown.entityTag().text();
    }

    private static void refused(ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOfSatisfying(Refused.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Refused.Kind.CHANGED);
            assertThat(problem.field()).isEqualTo("If-Match");
            assertThat(problem.detail()).contains("ETag", "read it again");
        });
    }
}
