package org.ohmstead.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Principal;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.live.MeterSample;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.groups.StationGroup;

class LiveEventsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @MethodSource(EACH)
    void what_happens_comes_in_order_and_whoever_breaks_off_goes_on_without_a_gap_and_without_a_repetition(
            TestDatabases.Kind kind) {
        try (StreamWorld world = new StreamWorld(kind.open(), DAY)) {
            StationRef cp7 = world.slice.station("CP-7");
            List<String> got = new ArrayList<>();
            Long after = null;
            int happened = 0;
            for (int round = 0; round < 5; round++) {
                StreamWorld.Reader reader = world.reader(StreamWorld.owner(), after);
                for (int i = 0; i < 20; i++) {
                    world.happens(cp7, "session.updated", happened++);
                }
                int enough = 5 + round;
                Await.until(() -> reader.words().size() >= enough);
                reader.leave();
                got.addAll(reader.words());
                after = reader.lastId();
                world.happens(cp7, "session.ended", happened++);
            }
            StreamWorld.Reader last = world.reader(StreamWorld.owner(), after);
            int left = happened - got.size();
            Await.until(() -> last.words().size() >= left);
            got.addAll(last.words());
            last.leave();
            List<Long> ids = got.stream()
                    .map(word -> Long.valueOf(word.substring(0, word.indexOf(' '))))
                    .toList();
            assertThat(ids).isSorted().doesNotHaveDuplicates();
            assertThat(ids.getLast() - ids.getFirst()).isEqualTo(happened - 1);
            assertThat(got).hasSize(happened);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void an_event_is_told_as_in_the_list(TestDatabases.Kind kind) {
        try (StreamWorld world = new StreamWorld(kind.open(), DAY)) {
            StationRef cp7 = world.slice.station("CP-7");
            StreamWorld.Reader reader = world.reader(StreamWorld.owner(), null);
            long connection = world.slice.connections.opened(cp7, OcppVersion.V201, "10.0.0.1", "/ocpp/CP-7");
            Await.until(() -> reader.words().size() == 1);
            world.slice.clock.advance(Duration.ofSeconds(75));
            world.slice.connections.closed(cp7, connection, 1001, "going away");
            world.slice.connections.flush();
            Await.until(() -> reader.words().size() == 2);
            assertThat(reader.named("station.connected").getFirst().getData().toString())
                    .contains(
                            "\"kind\":\"station.connected\"",
                            "\"station\":\"CP-7\"",
                            "\"ocppVersion\":\"2.0.1\"",
                            "\"address\":\"10.0.0.1\"",
                            "\"connection\":" + connection);
            assertThat(reader.named("station.disconnected").getFirst().getData().toString())
                    .contains("\"code\":1001", "\"reason\":\"going away\"", "\"seconds\":75");
            reader.leave();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_no_longer_kept_is_told_as_missed_and_the_reader_goes_on(TestDatabases.Kind kind) {
        try (StreamWorld world = new StreamWorld(kind.open(), Duration.ZERO)) {
            for (int i = 0; i < 5; i++) {
                world.happens(null, "session.updated", i);
            }
            Await.until(() -> world.relay.stored().floor() == 5);
            StreamWorld.Reader reader = world.reader(StreamWorld.owner(), 2L);
            Await.until(() -> reader.words().equals(List.of("5 missed")));
            assertThat(reader.named("missed").getFirst().getData().toString())
                    .contains("\"from\":3,\"to\":5,\"at\":\"");
            world.happens(null, "session.updated", 6);
            Await.until(() -> reader.words().contains("6 session.updated"));
            reader.leave();
            StreamWorld.Reader ofAnotherDatabase = world.reader(StreamWorld.owner(), 4_000L);
            Await.until(() -> ofAnotherDatabase.words().stream().anyMatch(word -> word.endsWith("missed")));
            ofAnotherDatabase.leave();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void who_is_limited_to_a_group_of_stations_hears_of_no_other_and_nobody_of_another_tenant(TestDatabases.Kind kind) {
        try (StreamWorld world = new StreamWorld(kind.open(), DAY)) {
            StationRef ours = world.slice.station("OURS");
            StationRef theirs = world.slice.station("THEIRS");
            StationGroup yard =
                    world.slice.groups.create(Actor.server(1, "test"), new StationGroup.Label("Yard", null));
            world.slice.members.add(Actor.server(1, "test"), yard.id(), ours);
            Principal limited = StreamWorld.key(Set.of(yard.id()), "station.read", "session.read");
            StreamWorld.Reader some = world.reader(limited, null);
            StreamWorld.Reader all = world.reader(StreamWorld.owner(), null);
            world.happens(theirs, "session.started", 1);
            world.happens(null, "session.updated", 2);
            world.happens(2, ours, "session.updated", 3);
            world.happens(ours, "session.ended", 4);
            Await.until(() -> all.words().size() == 3 && some.words().size() == 1);
            assertThat(some.words().getFirst()).endsWith(" session.ended");
            assertThat(world.history
                            .page(world.filter(limited, null, null), null, null, org.ohmstead.api.Limit.USUAL, null)
                            .items())
                    .extracting(EventView::station)
                    .containsExactly("OURS");
            some.leave();
            all.leave();
        }
    }

    @Test
    void each_kind_is_told_to_those_who_may_read_what_it_is_about() {
        try (StreamWorld world = new StreamWorld(TestDatabases.sqlite(), DAY)) {
            StreamWorld.Reader some = world.reader(StreamWorld.key(Set.of(), "station.read", "session.read"), null);
            Principal owner = StreamWorld.owner();
            StreamWorld.Reader all = world.reader(owner, null);
            StreamWorld.Reader wanted =
                    world.reader(world.live(), owner, world.filter(owner, "command.", null), null, false);
            for (String kind : List.of("session.started", "command.sent", "new.thing", "station.booted")) {
                world.happens(null, kind, 1);
            }
            Await.until(() -> all.words().size() == 4 && some.words().size() == 2);
            assertThat(some.words()).containsExactly("1 session.started", "4 station.booted");
            Await.until(() -> wanted.words().equals(List.of("2 command.sent")));
            Stream.of(some, all, wanted).forEach(StreamWorld.Reader::leave);
        }
    }

    @Test
    void a_stream_ends_with_any_permission_that_it_rests_on() {
        try (StreamWorld world = new StreamWorld(TestDatabases.sqlite(), DAY)) {
            StreamWorld.Reader reader = world.reader(StreamWorld.owner(), null);
            world.revoked.add("command.read");
            reader.ends();
            assertThat(reader.words()).containsExactly("end");
            assertThat(reader.closed).isTrue();
        }
    }

    @Test
    void a_reader_that_does_not_read_is_cut_off_and_a_server_that_stops_waits_for_none() {
        try (StreamWorld world = new StreamWorld(TestDatabases.sqlite(), DAY)) {
            Principal owner = StreamWorld.owner();
            LiveEvents live = world.live(Duration.ofMillis(100));
            StreamWorld.Reader slow = world.reader(live, owner, world.filter(owner, null, null), null, false);
            StreamWorld.Reader other = world.reader(live, owner, world.filter(owner, null, null), null, true);
            slow.reads = false;
            world.happens(null, "session.started", 1);
            slow.ends();
            assertThat(slow.cut).isTrue();
            Await.until(() -> other.words().size() == 1 && live.readers() == 1);
            live.end();
            other.ends();
            assertThat(live.readers()).isZero();
            assertThat(other.cut).isFalse();
        }
    }

    @Test
    void one_reader_may_have_five_streams() {
        try (StreamWorld world = new StreamWorld(TestDatabases.sqlite(), DAY)) {
            Principal owner = StreamWorld.owner();
            LiveEvents live = world.live();
            List<StreamWorld.Reader> five = IntStream.range(0, 5)
                    .mapToObj(i -> world.reader(live, owner, world.filter(owner, null, null), null, false))
                    .toList();
            Refused refused = catchThrowableOfType(
                    Refused.class,
                    () -> live.stream(
                            new LiveEvents.Wish(world.filter(owner, null, null), null, false),
                            new LiveEvents.Way(
                                    new StreamWorld.Reader(),
                                    new org.jboss.resteasy.reactive.server.jaxrs.SseImpl(),
                                    new org.ohmstead.access.StillAllowed((who, what) -> true, owner, "station.read"),
                                    () -> {})));
            assertThat(refused).hasMessageContaining("5 streams of events");
            five.forEach(StreamWorld.Reader::leave);
            assertThat(live.readers()).isZero();
        }
    }

    private static MeterSample sample(StationRef station, long session, int watts) {
        return new MeterSample(
                station.tenant(),
                station.id(),
                session,
                station.identity(),
                1,
                1,
                Instant.EPOCH,
                BigDecimal.valueOf(watts),
                null,
                null,
                Map.of("L1", BigDecimal.TEN),
                null,
                null);
    }

    @Test
    void of_a_session_the_newest_that_its_meter_shows_waits_and_is_told_once_a_second() {
        try (StreamWorld world = new StreamWorld(TestDatabases.sqlite(), DAY)) {
            StationRef cp7 = world.slice.station("CP-7");
            StationRef cp8 = world.slice.station("CP-8");
            WaitingMeters waiting = new WaitingMeters(world.filter(StreamWorld.owner(), null, "CP-7"));
            long second = Duration.ofSeconds(1).toNanos();
            waiting.offer(sample(cp7, 1, 1000));
            waiting.offer(sample(cp8, 2, 1000));
            waiting.offer(sample(new StationRef(2, cp7.id(), "CP-7"), 3, 1000));
            waiting.offer(sample(cp7, 4, 4000));
            assertThat(waiting.due(0)).extracting(MeterSample::session).containsExactly(1L, 4L);
            waiting.offer(sample(cp7, 1, 1100));
            waiting.offer(sample(cp7, 1, 1200));
            assertThat(waiting.due(second - 1)).isEmpty();
            assertThat(waiting.due(second)).containsExactly(sample(cp7, 1, 1200));
            assertThat(waiting.due(5 * second)).isEmpty();
        }
    }
}
