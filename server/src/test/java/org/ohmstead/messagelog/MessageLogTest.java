package org.ohmstead.messagelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.MESSAGE_PACK;
import static org.ohmstead.db.schema.Tables.MESSAGE_STATION;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;

class MessageLogTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Instant NOW = Instant.parse("2026-01-31T09:05:00Z");
    private static final MessageLogSettings SETTINGS =
            new MessageLogSettings(1_000, 1 << 20, 50, Duration.ofMillis(10), Duration.ofDays(30));
    private static final MessageFilter ALL = filter(null, null, null, null, null);

    @ParameterizedTest
    @MethodSource(EACH)
    void a_frame_is_kept_with_all_that_is_known_about_it(TestDatabases.Kind kind) {
        try (World world = new World(kind.open(), SETTINGS)) {
            world.log.start();
            Deviation deviation = new Deviation("idTag", Rule.VALUE, "(21 characters)", "at most 20");
            world.log.log(
                    new Entry(1, world.station, 3, NOW, Direction.IN, 2, "Authorize", "id", "[2]", List.of(deviation)));
            Await.until(Duration.ofSeconds(1), () -> world.log.written() == 1);
            Message message = world.log.page(ALL, Limit.USUAL, null).items().getFirst();
            assertThat(message.id()).isNotNull();
            assertThat(message)
                    .usingRecursiveComparison()
                    .ignoringFields("id")
                    .isEqualTo(
                            new Message(null, "CP-7", 3, NOW, "in", 2, "Authorize", "id", "[2]", List.of(deviation)));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_list_is_newest_first_in_pages_and_can_be_filtered(TestDatabases.Kind kind) {
        try (World world = new World(kind.open(), SETTINGS)) {
            world.log.start();
            for (int i = 0; i < 10; i++) {
                world.log.log(new Entry(
                        i == 9 ? 2 : 1,
                        world.station + (i % 2),
                        1,
                        NOW.plusSeconds(i),
                        i < 5 ? Direction.IN : Direction.OUT,
                        2,
                        i % 3 == 0 ? "Heartbeat" : null,
                        "m" + i,
                        "[]",
                        List.of()));
            }
            world.log.close();
            assertThat(world.ids(ALL)).containsExactly("m8", "m7", "m6", "m5", "m4", "m3", "m2", "m1", "m0");
            assertThat(world.ids(filter(world.station + 1, null, null, null, null)))
                    .containsExactly("m7", "m5", "m3", "m1");
            assertThat(world.ids(filter(null, "Heartbeat", null, null, null))).containsExactly("m6", "m3", "m0");
            assertThat(world.ids(filter(null, null, NOW.plusSeconds(2), NOW.plusSeconds(4), null)))
                    .containsExactly("m3", "m2");
            assertThat(world.ids(filter(null, null, null, null, Direction.OUT)))
                    .containsExactly("m8", "m7", "m6", "m5");
            assertThat(world.log.page(ALL, Limit.USUAL, null).items().get(1).station())
                    .isNull();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_came_while_our_clock_was_ahead_hides_nothing_that_came_later(TestDatabases.Kind kind) {
        try (World world = new World(kind.open(), SETTINGS)) {
            world.add(List.of(world.entry("before", "[]", NOW)), false);
            world.add(List.of(world.entry("ahead", "[]", NOW.plus(Duration.ofDays(30)))), false);
            world.add(List.of(world.entry("after", "[]", NOW.plusSeconds(1))), false);
            MessageFilter today = filter(null, null, NOW.minusSeconds(60), NOW.plus(Duration.ofHours(1)), null);
            assertThat(world.ids(today)).containsExactly("after", "before");
        }
    }

    /** Counts its commits, and has a tenant whose packs cannot be written. */
    private static final class Writes extends SqlMessageStore {
        private final long broken;
        private final List<Integer> packs = new CopyOnWriteArrayList<>();

        Writes(World world, long broken) {
            super(world.database, world.commits);
            this.broken = broken;
        }

        @Override
        void add(List<OpenPack> some, boolean deflated) {
            if (some.stream().anyMatch(pack -> pack.tenant() == broken)) {
                throw new IllegalStateException("this tenant has a fault");
            }
            super.add(some, deflated);
            packs.add(some.size());
        }
    }

    /** Of ten tenants, five messages each, which are fifty: as many as may be written at once. */
    private static Writes written(World world, long broken) {
        Writes writes = new Writes(world, broken);
        MessageLog log = new MessageLog(writes, SETTINGS);
        for (int i = 0; i < 50; i++) {
            log.log(new Entry(1 + i % 10, 7, 1, NOW, Direction.IN, 2, null, "m" + i, "[]", List.of()));
        }
        log.start();
        log.close();
        assertThat(log.waiting()).isZero();
        assertThat(log.written() + log.dropped()).isEqualTo(50);
        assertThat(log.dropped()).isEqualTo(broken == 0 ? 0 : 5);
        return writes;
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void messages_of_many_tenants_are_one_commit(TestDatabases.Kind kind) {
        try (World world = new World(kind.open(), SETTINGS)) {
            assertThat(written(world, 0).packs).containsExactly(10);
            assertThat(world.ids(ALL)).hasSize(5);
        }
    }

    @Test
    void a_tenant_whose_messages_cannot_be_written_costs_no_other_one_its_own() {
        try (World world = new World(TestDatabases.sqlite(), SETTINGS)) {
            assertThat(written(world, 3).packs).hasSize(9).containsOnly(1);
            assertThat(world.ids(ALL)).hasSize(5);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_rare_is_found_page_by_page_however_long_the_log_is(TestDatabases.Kind kind) {
        try (World world = new World(kind.open(), SETTINGS)) {
            world.add(List.of(world.entry("rare", "[]", NOW)), false);
            List<Entry> many = java.util.Collections.nCopies(60_000, world.entry("many", "[]", NOW.plusSeconds(1)));
            for (int i = 0; i < 8; i++) {
                world.add(many, false);
            }
            Page<Message> first = world.log.page(filter(null, null, null, NOW.plusMillis(1), null), Limit.USUAL, null);
            assertThat(first.items()).hasSize(1); // the other packs are skipped by their time
            MessageFilter outgoing = filter(null, null, null, null, Direction.OUT);
            Page<Message> none = world.log.page(outgoing, Limit.USUAL, null);
            assertThat(none.items()).isEmpty();
            assertThat(none.next()).isNotNull();
            assertThat(world.log
                            .page(outgoing, Limit.USUAL, Cursor.of(none.next()))
                            .next())
                    .isNull();
        }
    }

    @Test
    void what_finds_no_room_is_dropped_and_counted_by_number_and_by_size() {
        try (World world = new World(
                TestDatabases.sqlite(),
                new MessageLogSettings(10, 5_000, 50, Duration.ofMillis(10), Duration.ofDays(30)))) {
            IntStream.range(0, 15).forEach(i -> world.log("small" + i, "[]"));
            assertThat(world.log.dropped()).isEqualTo(5);
            world.log.start();
            Await.until(() -> world.log.written() == 10);
            assertThat(world.log.waiting()).isZero();
            world.log("big", "x".repeat(6_000));
            assertThat(world.log.dropped()).isEqualTo(6);
            world.log("small", "[]"); // what was dropped takes no room
            Await.until(() -> world.log.written() == 11);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void passwords_are_masked_before_they_are_kept_and_shown_live(TestDatabases.Kind kind) throws Exception {
        try (World world = new World(kind.open(), SETTINGS);
                Tail tail = world.log.tail(ALL)) {
            world.log.start();
            world.log.log(new Entry(
                    1,
                    world.station,
                    1,
                    NOW,
                    Direction.OUT,
                    2,
                    "ChangeConfiguration",
                    "1",
                    "[2,\"1\",\"ChangeConfiguration\",{\"key\":\"AuthorizationKey\",\"value\":\"s3cret\"}]",
                    List.of()));
            Await.until(() -> world.log.written() == 1);
            assertThat(world.log.page(ALL, Limit.USUAL, null).items().getFirst().frame())
                    .contains("\"***\"")
                    .doesNotContain("s3cret");
            assertThat(Message.live(tail.next(Duration.ofSeconds(1)), "CP-7").frame())
                    .contains("\"***\"")
                    .doesNotContain("s3cret");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_frame_that_the_database_refuses_costs_no_other(TestDatabases.Kind kind) {
        try (World world = new World(kind.open(), SETTINGS)) {
            world.log("nul\0", "[\0]");
            world.log("surrogate", "[\ud800]");
            IntStream.range(0, 20).forEach(i -> world.log("m" + i, "[]"));
            world.log.start();
            Await.until(() -> world.log.written() + world.log.dropped() == 22);
            assertThat(world.log.written()).isEqualTo(22);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void messages_are_deleted_when_they_are_older_than_they_are_kept(TestDatabases.Kind kind) {
        try (World world = new World(kind.open(), SETTINGS)) {
            Instant limit = NOW.minus(Duration.ofDays(30));
            for (int i = 0; i < 20; i++) {
                world.add(List.of(world.entry("old", "[]", limit.minusSeconds(1))), i % 2 == 0);
            }
            world.add(List.of(world.entry("young", "[]", limit.plusSeconds(1))), true);
            world.commits.write(Scope.everywhere(), 7, tx -> {
                tx.later("update message_pack set frames = ? where id = (select min(id) from message_pack)", (Object)
                        new byte[] {1, 2, 3}); // one that nobody can read keeps none behind it
                return null;
            });
            MessageRetention retention = new MessageRetention(world.store, SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC));
            retention.recurringJobs().forEach(job -> job.work().run());
            assertThat(world.database.read(Scope.everywhere()).fetchCount(MESSAGE_PACK))
                    .isEqualTo(1);
            assertThat(world.ids(ALL)).containsExactly("young");
            assertThat(world.database.read(Scope.everywhere()).fetchCount(MESSAGE_STATION))
                    .isEqualTo(2); // that one's, which lead nowhere
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_cleaning_deletes_all_that_is_too_old_of_any_number_of_tenants(TestDatabases.Kind kind) {
        try (World world = new World(kind.open(), SETTINGS)) {
            Instant old = NOW.minus(Duration.ofDays(31));
            for (long tenant = 1; tenant <= 200; tenant++) {
                OpenPack pack = new OpenPack(tenant);
                for (long station = 1; station <= 5; station++) {
                    pack.add(new Entry(tenant, station, 1, old, Direction.IN, 2, null, "old", "[]", List.of()), 0);
                }
                world.store.add(List.of(pack), true);
            }
            world.add(List.of(world.entry("young", "[]", NOW)), true);
            new MessageRetention(world.store, SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC)).prune();
            assertThat(world.database.read(Scope.everywhere()).fetchCount(MESSAGE_PACK))
                    .isEqualTo(1);
            assertThat(world.database.read(Scope.everywhere()).fetchCount(MESSAGE_STATION))
                    .isEqualTo(1);
        }
    }

    static Stream<byte[]> unreadable() {
        return Stream.of(
                new byte[0],
                new byte[] {1, 2, 3}, // says that it is deflated
                new byte[] {0, 0, 0, 0, 1}, // says that it holds a frame
                ByteBuffer.allocate(100).putInt(1, 1).put(29, (byte) 9).array(), // a direction that there is not
                ByteBuffer.allocate(100).putInt(1, Integer.MAX_VALUE).array(),
                ByteBuffer.allocate(100).putInt(1, 1).putInt(31, -7).array(), // a text of a length below 0
                ByteBuffer.allocate(100)
                        .putInt(1, 1)
                        .putInt(31, Integer.MAX_VALUE)
                        .array(), // a text longer than all there is
                ByteBuffer.allocate(100)
                        .putInt(1, 1)
                        .putLong(21, Long.MIN_VALUE)
                        .array());
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void a_pack_that_cannot_be_read_hides_none_before_or_behind_it(byte[] bytes) {
        try (World world = new World(TestDatabases.sqlite(), SETTINGS)) {
            for (String id : List.of("first", "broken", "last")) {
                world.add(List.of(world.entry(id, "[]", NOW)), true);
            }
            world.commits.write(Scope.everywhere(), 7, tx -> {
                tx.later(
                        "update message_pack set frames = ? where id = (select min(id) + 1 from message_pack)",
                        (Object) bytes);
                return null;
            });
            assertThat(world.ids(ALL)).doesNotContain("broken").contains("last", "first");
        }
    }

    @Test
    void who_watches_sees_what_matches_and_one_who_is_slow_misses_some_and_is_told() throws Exception {
        try (World world = new World(TestDatabases.sqlite(), SETTINGS);
                Tail tail = world.log.tail(filter(world.station, null, null, null, null))) {
            world.log.log(new Entry(1, world.station + 1, 1, NOW, Direction.IN, 2, null, "other", "[]", List.of()));
            world.log.log(new Entry(2, world.station, 1, NOW, Direction.IN, 2, null, "tenant", "[]", List.of()));
            IntStream.range(0, 1_010).forEach(i -> world.log("m" + i, "[]"));
            assertThat(tail.missed()).isEqualTo(10);
            assertThat(tail.missed()).isZero();
            Entry first = tail.next(Duration.ofSeconds(1));
            assertThat(first).isNotNull();
            assertThat(first.messageId()).isEqualTo("m0");
            assertThat(world.log.watchers()).isEqualTo(1);
            tail.close();
            assertThat(world.log.watchers()).isZero();
        }
    }

    @Test
    void wrong_parameters_are_named_with_what_is_allowed() {
        try (World world = new World(TestDatabases.sqlite(), SETTINGS)) {
            MessageResource resource = world.resource();
            assertThatThrownBy(() -> resource.list(null, null, null, "yesterday", null, null, null, null))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("from is 'yesterday'");
            assertThatThrownBy(() -> resource.list(null, null, null, null, null, "both", null, null))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("in and out");
            assertThatThrownBy(() -> resource.list("CP-8", null, null, null, null, null, null, null))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("There is no station 'CP-8'");
            assertThat(resource.list("cp-7", null, " ", "2026-01-31T09:05:00 01:00", "", "in", null, null)
                            .items())
                    .isEmpty();
        }
    }

    private static MessageFilter filter(
            @Nullable Long station,
            @Nullable String action,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Direction direction) {
        return new MessageFilter(Scope.tenant(1), station, action, from, to, direction);
    }

    private static final class World implements AutoCloseable {
        final Database database;
        final GroupCommit commits;
        final SqlMessageStore store;
        final MessageLog log;
        final long station = 7;

        World(Database database, MessageLogSettings settings) {
            this.database = database;
            this.commits = new GroupCommit(database);
            this.store = new SqlMessageStore(database, commits);
            this.log = new MessageLog(store, settings);
            commits.write(Scope.everywhere(), 7, tx -> {
                tx.later(
                        "insert into station (id, tenant_id, identity, identity_key, admission, registration, is_strict,"
                                + " created_at, updated_at) values (7, 1, 'CP-7', 'cp-7', 'accepted', 'none', ?, ?, ?)",
                        false,
                        NOW,
                        NOW);
                return null;
            });
        }

        void log(String messageId, String frame) {
            log.log(entry(messageId, frame, NOW));
        }

        void add(List<Entry> entries, boolean deflated) {
            OpenPack pack = new OpenPack(1);
            entries.forEach(entry -> pack.add(entry, 0));
            store.add(List.of(pack), deflated);
        }

        Entry entry(String messageId, String frame, Instant at) {
            return new Entry(1, station, 1, at, Direction.IN, 2, null, messageId, frame, List.of());
        }

        /** Of all pages, four at a time. */
        List<String> ids(MessageFilter filter) {
            List<String> ids = new ArrayList<>();
            String next = "";
            while (next != null) {
                Page<Message> page = log.page(filter, new Limit(4), Cursor.of(next));
                page.items().forEach(message -> ids.add(message.messageId()));
                next = page.next();
            }
            return ids;
        }

        MessageResource resource() {
            return new MessageResource(
                    log,
                    new LiveMessages(log, new com.fasterxml.jackson.databind.ObjectMapper()),
                    CurrentActor.of(Actor.LOCAL),
                    (who, permission) -> true,
                    new io.quarkus.vertx.http.runtime.CurrentVertxRequest());
        }

        @Override
        public void close() {
            log.close();
            commits.close();
            database.close();
        }
    }
}
