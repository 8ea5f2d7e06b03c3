package org.ohmstead.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.db.schema.Tables.STATION_GROUP;
import static org.ohmstead.db.schema.Tables.STATION_GROUP_MEMBER;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.access.StillAllowed;
import org.ohmstead.access.StreamPlaces;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.blocks.BlockPlace;
import org.ohmstead.blocks.ConnectorBlocks;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.FakeLink;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorReport;

class PartnerFeedTest {
    private static final ConnectorBlocks.Wanted REPAIR = new ConnectorBlocks.Wanted("Repair", null);

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_reader_is_told_the_state_of_all_and_then_each_change(TestDatabases.Kind kind) {
        try (FeedWorld world = new FeedWorld(kind.open())) {
            FeedWorld.Reader reader = world.new Reader(FeedWorld.key(1), null);
            assertThat(reader.words(4))
                    .containsExactly(
                            "connector CP-7/1/1 available",
                            "connector CP-7/2/1 available",
                            "connector CP-7/2/2 available",
                            "current");
            world.site.report(2, 1, "Occupied");
            world.happened();
            assertThat(reader.words(5).getLast()).isEqualTo("connector CP-7/2/1 occupied");
            world.site.blocks.block(Actor.LOCAL, world.site.cp7, BlockPlace.evse(2), REPAIR, standing -> {});
            world.happened();
            assertThat(reader.words(7).subList(5, 7))
                    .containsExactly("connector CP-7/2/1 occupied blocked", "connector CP-7/2/2 available blocked");
            world.site.blocks.unblock(Actor.LOCAL, world.site.cp7, BlockPlace.evse(2), standing -> {});
            world.happened();
            assertThat(reader.words(9).getLast()).isEqualTo("connector CP-7/2/2 available");
            world.site.stations.connectors.remove(
                    Actor.LOCAL, world.site.cp7, 2, 2, world.site.stations.clock.instant());
            world.happened();
            assertThat(reader.words(10).getLast()).isEqualTo("removed CP-7/2/2");
            FakeLink link = world.site.stations.connect(world.site.cp7, OcppVersion.V201);
            assertThat(reader.words(12).subList(10, 12))
                    .containsExactly("connector CP-7/1/1 available connected", "connector CP-7/2/1 occupied connected");
            world.site.stations.links.remove(link);
            assertThat(reader.words(14).getLast()).isEqualTo("connector CP-7/2/1 occupied");
        }
    }

    @Test
    void a_reader_that_comes_back_is_told_what_it_has_missed_or_all_where_that_is_not_known() {
        try (FeedWorld world = new FeedWorld(TestDatabases.sqlite())) {
            FeedWorld.Reader first = world.new Reader(FeedWorld.key(1), null);
            first.words(4);
            String id = Objects.requireNonNull(first.lastId());
            first.gone = true;
            first.awaitEnd();
            FeedWorld.Reader other = world.new Reader(FeedWorld.key(2), null);
            other.words(4);
            world.site.report(1, 1, "Occupied");
            world.happened();
            other.words(5);
            world.site.report(1, 1, "Available");
            world.happened();
            other.words(6);
            FeedWorld.Reader back = world.new Reader(FeedWorld.key(1), id);
            assertThat(back.words(3))
                    .containsExactly("connector CP-7/1/1 occupied", "connector CP-7/1/1 available", "current");
            assertThat(back.told.get(1).id()).isEqualTo(back.lastId());
            for (String unknown : List.of("7", "", id.replace("-0", "-9"), "0123456789ab-0")) {
                FeedWorld.Reader all = world.new Reader(FeedWorld.key(3), unknown);
                assertThat(all.words(4)).as(unknown).endsWith("current").hasSize(4);
                all.gone = true;
                all.awaitEnd();
            }
        }
    }

    @Test
    void a_feed_ends_with_the_access_of_its_reader_also_while_that_takes_nothing() {
        try (FeedWorld world = new FeedWorld(TestDatabases.sqlite())) {
            FeedWorld.Reader reader = world.new Reader(FeedWorld.key(1), null);
            FeedWorld.Reader stuck = world.new Reader(FeedWorld.key(2), null);
            reader.words(4);
            stuck.words(4);
            stuck.reads = false;
            world.site.report(1, 1, "Occupied");
            world.happened();
            stuck.words(5);
            world.revoked = true;
            reader.awaitEnd();
            stuck.awaitEnd();
            assertThat(reader.ended).isEqualTo(FeedEnd.ACCESS);
            assertThat(stuck.cut).isTrue();
            assertThat(world.feed.readers()).isZero();
        }
    }

    @Test
    void a_reader_that_is_too_slow_is_cut_off_and_slows_nobody() {
        try (FeedWorld world = new FeedWorld(TestDatabases.sqlite())) {
            FeedWorld.Reader slow = world.new Reader(FeedWorld.key(1), null);
            FeedWorld.Reader other = world.new Reader(FeedWorld.key(2), null);
            slow.words(4);
            other.words(4);
            slow.reads = false;
            int before = 4;
            for (int i = 0; i < FeedReader.MOST_WAITING / 3 + 2; i++) { // three connectors change each time
                FakeLink link = world.site.stations.connect(world.site.cp7, OcppVersion.V201);
                before += 3;
                other.words(before);
                world.site.stations.links.remove(link);
                before += 3;
                other.words(before);
            }
            slow.awaitEnd();
            assertThat(slow.cut).isTrue();
            assertThat(other.ended).isNull();
        }
    }

    @Test
    void a_feed_that_fails_is_cut_and_its_place_is_free() {
        try (FeedWorld world = new FeedWorld(TestDatabases.sqlite())) {
            FeedWorld.Reader reader = world.new Reader(FeedWorld.key(1), null);
            reader.words(4);
            reader.broken = new IllegalArgumentException("no JSON");
            world.site.report(1, 1, "Occupied");
            world.happened();
            reader.awaitEnd();
            assertThat(reader.cut).isTrue();
            assertThat(reader.ended).isNull();
            assertThat(world.feed.readers()).isZero();
        }
    }

    @Test
    void also_the_state_of_all_is_told_to_nobody_who_may_not_read_any_more_or_is_too_slow()
            throws InterruptedException {
        try (FeedWorld world = new FeedWorld(TestDatabases.sqlite())) {
            FeedWorld.Reader outlet = world.new Reader(FeedWorld.key(1), null);
            outlet.words(4);
            FeedReader full = new FeedReader();
            IntStream.rangeClosed(0, FeedReader.MOST_WAITING).forEach(i -> full.offer(FeedMessage.current("x")));
            Actor partner = FeedWorld.key(1).actor();
            new FeedStream(
                            new FeedStations(world.site.stations.stations, partner.scope()),
                            full,
                            outlet,
                            new StillAllowed((who, permission) -> true, FeedWorld.key(1), PartnerFeed.PERMISSION),
                            () -> false)
                    .run(world.connectors, new FeedChannel.Begin(null, "x"));
            assertThat(outlet.ended).isEqualTo(FeedEnd.SLOW);
            assertThat(outlet.told).hasSize(4);
        }
    }

    @Test
    void a_channel_that_nobody_reads_ends_by_itself_and_one_that_is_read_does_not() throws InterruptedException {
        try (FeedWorld world = new FeedWorld(TestDatabases.sqlite())) {
            FeedChannel channel = new FeedChannel(world.connectors, Duration.ofMillis(20));
            FeedReader reader = new FeedReader();
            channel.open(reader, null);
            AtomicReference<Boolean> closed = new AtomicReference<>();
            Thread thread = Thread.ofVirtual().start(() -> channel.run(() -> closed.set(channel.closesIfDeserted())));
            channel.touch(new FeedChannel.Touched(world.site.cp7, BlockPlace.STATION));
            assertThat(reader.next(Duration.ofSeconds(5))).isNotNull();
            assertThat(channel.closesIfDeserted()).isFalse();
            channel.close(reader);
            thread.join(Duration.ofSeconds(5));
            assertThat(thread.isAlive()).isFalse();
            assertThat(closed).hasValue(true);
        }
    }

    @Test
    void what_waits_for_a_reader_is_bounded() {
        FeedReader reader = new FeedReader();
        IntStream.range(0, FeedReader.MOST_WAITING).forEach(i -> reader.offer(FeedMessage.current("x")));
        assertThat(reader.isTooSlow()).isFalse();
        reader.offer(FeedMessage.current("x"));
        assertThat(reader.isTooSlow()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void who_is_limited_to_a_group_sees_its_stations_and_nothing_else(TestDatabases.Kind kind) {
        try (FeedWorld world = new FeedWorld(kind.open())) {
            StationRef other = world.site.stations.station("OTHER");
            report(world, other, "Available");
            group(world, other);
            world.site.newEvents();
            assertThat(world.connectors
                            .page(FeedWorld.key(1, 5L).actor().scope(), Limit.of(null), null)
                            .items())
                    .extracting(PartnerConnector::station)
                    .containsExactly("OTHER");
            FeedWorld.Reader limited = world.new Reader(FeedWorld.key(1, 5L), null);
            FeedWorld.Reader all = world.new Reader(FeedWorld.key(2), null);
            assertThat(limited.words(2)).containsExactly("connector OTHER/1/1 available", "current");
            all.words(5);
            world.site.report(1, 1, "Occupied");
            world.happened();
            all.words(6);
            report(world, other, "Occupied");
            world.happened();
            assertThat(limited.words(3).getLast()).isEqualTo("connector OTHER/1/1 occupied");
            Actor partner = FeedWorld.key(1, 5L).actor();
            refused(Refused.Kind.NOT_FOUND, () -> world.connectors.get(partner.scope(), "CP-7", "1", "1"));
            refused(Refused.Kind.NOT_FOUND, () -> world.connectors.block(partner, "CP-7", "1", "1", REPAIR));
            refused(Refused.Kind.NOT_FOUND, () -> world.connectors.unblock(partner, "CP-7", "1", "1"));
            assertThat(world.connectors.get(partner.scope(), "other", "1", "1").state())
                    .isEqualTo("occupied");
        }
    }

    private static void report(FeedWorld world, StationRef station, String status) {
        world.site.stations.connectors.report(
                world.site.stations.caller(station, OcppVersion.V201), ConnectorReport.of(1, 1, status, null));
    }

    private static void group(FeedWorld world, StationRef station) {
        world.site.stations.commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            tx.sql()
                    .insertInto(STATION_GROUP)
                    .set(STATION_GROUP.ID, 5L)
                    .set(STATION_GROUP.TENANT_ID, 1L)
                    .set(STATION_GROUP.NAME, "Yard")
                    .set(STATION_GROUP.NAME_KEY, "yard")
                    .set(STATION_GROUP.CREATED_AT, world.site.stations.clock.instant())
                    .set(STATION_GROUP.UPDATED_AT, world.site.stations.clock.instant())
                    .execute();
            return tx.sql()
                    .insertInto(STATION_GROUP_MEMBER)
                    .set(STATION_GROUP_MEMBER.TENANT_ID, 1L)
                    .set(STATION_GROUP_MEMBER.GROUP_ID, 5L)
                    .set(STATION_GROUP_MEMBER.STATION_ID, station.id())
                    .execute();
        });
    }

    private static void refused(Refused.Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThat(catchThrowableOfType(Refused.class, call))
                .extracting(Refused::kind)
                .isEqualTo(kind);
    }

    @Test
    void a_key_may_have_five_feeds_open() {
        try (FeedWorld world = new FeedWorld(TestDatabases.sqlite())) {
            List<PartnerFeed.Place> places = IntStream.range(0, StreamPlaces.MOST_OF_ONE)
                    .mapToObj(i -> world.feed.enter(FeedWorld.key(1)))
                    .toList();
            refused(Refused.Kind.TOO_MANY, () -> world.feed.enter(FeedWorld.key(1)));
            world.feed.enter(FeedWorld.key(2)).close();
            places.getFirst().close();
            places.getFirst().close();
            world.feed.enter(FeedWorld.key(1));
            refused(Refused.Kind.TOO_MANY, () -> world.feed.enter(FeedWorld.key(1)));
        }
    }

    @Test
    void a_stop_of_the_server_ends_feeds() {
        try (FeedWorld world = new FeedWorld(TestDatabases.sqlite())) {
            FeedWorld.Reader reader = world.new Reader(FeedWorld.key(1), null);
            reader.words(4);
            world.feed.end();
            reader.awaitEnd();
            assertThat(reader.ended).isEqualTo(FeedEnd.SHUTDOWN);
        }
    }

    @Test
    void a_partner_lifts_its_own_blocks_and_nobody_elses() {
        try (FeedWorld world = new FeedWorld(TestDatabases.sqlite())) {
            Actor partner = FeedWorld.key(1).actor();
            Actor other = FeedWorld.key(2).actor();
            refused(Refused.Kind.NOT_FOUND, () -> world.connectors.unblock(partner, "CP-7", "1", "1"));
            PartnerBlock block = PartnerBlock.of(world.connectors.block(partner, "CP-7", "1", "1", REPAIR));
            assertThat(block.reason()).isEqualTo("Repair");
            refused(Refused.Kind.CONFLICT, () -> world.connectors.block(other, "CP-7", "1", "1", REPAIR));
            refused(Refused.Kind.CONFLICT, () -> world.connectors.unblock(other, "CP-7", "1", "1"));
            assertThat(world.connectors.get(partner.scope(), "CP-7", "1", "1").blocked())
                    .isTrue();
            world.connectors.unblock(partner, "CP-7", "1", "1");
            assertThat(world.connectors.get(partner.scope(), "CP-7", "1", "1").blocked())
                    .isFalse();
            world.site.blocks.block(Actor.LOCAL, world.site.cp7, new BlockPlace(1, 1), REPAIR, standing -> {});
            refused(Refused.Kind.CONFLICT, () -> world.connectors.unblock(partner, "CP-7", "1", "1"));
            Await.until(() ->
                    world.connectors.get(partner.scope(), "CP-7", "1", "1").blocked());
        }
    }
}
