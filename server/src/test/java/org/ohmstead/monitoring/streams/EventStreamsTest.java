package org.ohmstead.monitoring.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.monitoring.ocpp2.ClosePeriodicEventStream2;
import org.ohmstead.monitoring.ocpp2.NotifyPeriodicEventStream2;
import org.ohmstead.monitoring.ocpp2.OpenPeriodicEventStream2;
import org.ohmstead.monitoring.places.MonitoredVariable;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.AdjustPeriodicEventStream;
import org.ohmstead.ocpp.v2.ClosePeriodicEventStream;
import org.ohmstead.ocpp.v2.ConstantStreamData;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.GetPeriodicEventStream;
import org.ohmstead.ocpp.v2.NotifyPeriodicEventStream;
import org.ohmstead.ocpp.v2.NotifyPeriodicEventStream.StreamDataElement;
import org.ohmstead.ocpp.v2.OpenPeriodicEventStream;
import org.ohmstead.ocpp.v2.PeriodicEventStreamParams;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** Streams of values, from a station's request to their end. */
class EventStreamsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Instant BASE = Instant.parse("2026-03-01T12:00:00Z");

    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final StationRef cp8;
        final StreamValues values;
        final EventStreams streams;
        final StreamPacing pacing;
        final EventStreamResource resource;
        final StreamValueResource series;

        World(TestDatabases.Kind kind) {
            this(kind, StreamSettings.defaults());
        }

        World(TestDatabases.Kind kind, StreamSettings settings) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            cp8 = stations.station("CP-8");
            SqlStreamValueStore rows = new SqlStreamValueStore(stations.database, stations.commits);
            values = new StreamValues(rows, settings);
            streams = new EventStreams(new SqlEventStreamStore(stations.database, stations.commits), values);
            StreamCommands commands = new StreamCommands(streams);
            Verbs verbs = TestCommands.verbs(stations, () -> List.of(commands));
            pacing = new StreamPacing(streams, verbs, stations.clock);
            CurrentActor actor = CurrentActor.of(Actor.LOCAL);
            resource = new EventStreamResource(streams, verbs, stations.stations, actor);
            series = new StreamValueResource(streams, rows, stations.stations, actor);
        }

        GenericStatus opens(StationRef station, int number, int monitor) {
            stations.clock.advance(Duration.ofSeconds(1));
            return new OpenPeriodicEventStream2(streams)
                    .handle(
                            stations.caller(station, OcppVersion.V21),
                            new OpenPeriodicEventStream.Request(
                                    new ConstantStreamData(number, new PeriodicEventStreamParams(10, null), monitor)))
                    .status();
        }

        void sends(StationRef station, int number, int pending, String... offsetsAndValues) {
            List<StreamDataElement> data = IntStream.range(0, offsetsAndValues.length / 2)
                    .mapToObj(i ->
                            new StreamDataElement(new BigDecimal(offsetsAndValues[2 * i]), offsetsAndValues[2 * i + 1]))
                    .toList();
            new NotifyPeriodicEventStream2(streams, pacing)
                    .handle(
                            stations.caller(station, OcppVersion.V21),
                            new NotifyPeriodicEventStream.Request(data, number, pending, BASE));
        }

        void monitorIs(long number, String component, String variable) {
            JsonNodeFactory json = JsonNodeFactory.instance;
            MonitoredVariable what = new MonitoredVariable(
                    json.objectNode().put("name", component), json.objectNode().put("name", variable));
            stations.commits.write(cp7.scope(), cp7.id(), tx -> {
                streams.monitorKnown(tx, cp7, number, what);
                return null;
            });
        }

        List<String> kept(String component) {
            while (values.writeSome()) {
                // until all is written
            }
            return series
                    .list(
                            "CP-7",
                            new StreamValueResource.Query(null, null, component, null, null, null, null),
                            "3",
                            null)
                    .items()
                    .stream()
                    .map(one -> one.at() + " " + one.value() + " " + one.component())
                    .toList();
        }

        List<String> streams() {
            return resource.list("CP-7", null, null, null).items().stream()
                    .map(one -> one.number() + " " + one.closedBy())
                    .toList();
        }

        void says(OcppResult result) {
            stations.links.put(new ScriptedLink(
                    cp7, OcppVersion.V21, call -> new Outcome.Answered<>(result, Duration.ofMillis(5), List.of())));
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_stream_that_its_station_fills_faster_than_it_may_send_it_is_adjusted_by_itself(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = new ScriptedLink(
                    world.cp7,
                    OcppVersion.V21,
                    call -> TestCommands.answer(new AdjustPeriodicEventStream.Response(GenericStatus.Accepted, null)));
            world.stations.links.put(link);
            world.opens(world.cp7, 1, 13);
            for (int pending : new int[] {5, 9, 4, 6, 8}) {
                world.sends(world.cp7, 1, pending, "0", "20");
            }
            assertThat(link.sent).isEmpty(); // a burst
            world.sends(world.cp7, 1, 12, "0", "20");
            Await.until(() -> world.streams.all(world.cp7).getFirst().pace().equals(new EventStream.Pace(5L, null)));
            assertThat(link.sent).hasSize(1);
            for (int pending : new int[] {20, 30, 40, 50, 60}) {
                assertThat(world.pacing.isOvertaken(world.cp7, 1, pending)).isFalse();
            }
            world.stations.clock.advance(Duration.ofMinutes(11));
            assertThat(world.pacing.isOvertaken(world.cp7, 1, 70)).isFalse();
            assertThat(world.pacing.isOvertaken(world.cp7, 1, 80)).isFalse();
            assertThat(world.pacing.isOvertaken(world.cp7, 1, 90)).isTrue();
        }
    }

    @Test
    void a_pace_becomes_faster_by_more_values_first_and_by_time_where_those_do_not_count() {
        assertThat(StreamPacing.faster(new EventStream.Pace(60L, 10L))).isEqualTo(new EventStream.Pace(60L, 20L));
        assertThat(StreamPacing.faster(new EventStream.Pace(null, 800L))).isEqualTo(new EventStream.Pace(null, 1_000L));
        assertThat(StreamPacing.faster(new EventStream.Pace(9L, null))).isEqualTo(new EventStream.Pace(4L, null));
        assertThat(StreamPacing.faster(new EventStream.Pace(1L, null))).isNull();
        assertThat(StreamPacing.faster(new EventStream.Pace(null, 1_000L))).isNull();
        assertThat(StreamPacing.faster(new EventStream.Pace(null, null))).isNull();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void values_are_kept_at_their_times_under_what_the_monitor_watches(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            assertThat(world.opens(world.cp7, 1, 13)).isEqualTo(GenericStatus.Accepted);
            world.sends(world.cp7, 1, 4, "0", "20", "1.5", "21", "-2", "19");
            assertThat(world.kept(null))
                    .containsExactly(
                            "2026-03-01T12:00:01.500Z 21 null",
                            "2026-03-01T12:00:00Z 20 null",
                            "2026-03-01T11:59:58Z 19 null");
            world.monitorIs(13, "Inlet", "Temperature");
            assertThat(world.kept("inlet")).hasSize(3).first().asString().endsWith("21 Inlet");
            assertThat(world.kept("Fan")).isEmpty();
            EventStreamView stream =
                    world.resource.list("CP-7", "true", null, null).items().getFirst();
            assertThat(stream.pending()).isEqualTo(4);
            assertThat(stream.interval()).isEqualTo(10);
            assertThat(stream.lastAt()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void values_of_a_stream_that_is_not_open_are_dropped_and_counted(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.sends(world.cp7, 1, 0, "0", "1");
            world.opens(world.cp7, 1, 13);
            world.sends(world.cp7, 1, 0, "0", "2");
            new ClosePeriodicEventStream2(world.streams)
                    .handle(world.stations.caller(world.cp7, OcppVersion.V21), new ClosePeriodicEventStream.Request(1));
            world.sends(world.cp7, 1, 0, "0", "3");
            world.sends(world.cp8, 1, 0, "0", "4");
            assertThat(world.streams.unknown()).isEqualTo(3);
            assertThat(world.kept(null)).containsExactly("2026-03-01T12:00:00Z 2 null");
            assertThat(world.streams()).containsExactly("1 station");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_stream_ends_with_a_boot_its_monitor_or_another_of_its_number(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.opens(world.cp7, 1, 13);
            world.opens(world.cp7, 1, 13);
            assertThat(world.streams()).as("asked once more").containsExactly("1 null");
            world.opens(world.cp7, 1, 14);
            assertThat(world.streams()).containsExactly("1 null", "1 replaced");
            world.stations.commits.write(world.cp7.scope(), world.cp7.id(), tx -> {
                world.streams.monitorGone(tx, world.cp7, 14, BASE);
                return null;
            });
            world.opens(world.cp7, 2, 15);
            world.stations.clock.advance(Duration.ofSeconds(1));
            Instant boot = world.stations.clock.instant();
            world.opens(world.cp7, 3, 16);
            world.streams.booted(world.cp7, boot);
            assertThat(world.streams()).containsExactly("3 null", "2 boot", "1 monitor-removed", "1 replaced");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_tells_its_streams_and_agrees_to_another_pace(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.opens(world.cp7, 1, 13);
            world.stations.clock.advance(Duration.ofSeconds(1));
            world.says(new GetPeriodicEventStream.Response(
                    List.of(new ConstantStreamData(2, new PeriodicEventStreamParams(null, 5), 14))));
            world.resource.refresh("CP-7", SendOptions.USUAL);
            assertThat(world.streams()).containsExactly("2 null", "1 not-listed");
            EventStreamView open =
                    world.resource.list("CP-7", "true", null, null).items().getFirst();
            assertThat(open.values()).isEqualTo(5);
            world.says(new AdjustPeriodicEventStream.Response(GenericStatus.Accepted));
            world.resource.adjust(
                    "CP-7", Long.toString(open.id()), SendOptions.USUAL, new EventStreamResource.PaceBody(30, null));
            EventStreamView adjusted =
                    world.resource.list("CP-7", "true", null, null).items().getFirst();
            assertThat(adjusted.interval()).isEqualTo(30);
            assertThat(adjusted.values()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_that_sends_without_end_takes_no_room_of_others(TestDatabases.Kind kind) {
        StreamSettings small = new StreamSettings(Duration.ofDays(1), 100, 10, Duration.ofMillis(1));
        try (World world = new World(kind, small)) {
            world.opens(world.cp7, 1, 13);
            world.opens(world.cp8, 1, 13);
            for (int i = 0; i < 50; i++) {
                world.sends(world.cp7, 1, 0, "0", "fast");
            }
            world.sends(world.cp8, 1, 0, "0", "slow");
            assertThat(world.values.dropped()).isEqualTo(40);
            world.kept(null);
            assertThat(world.values.written()).isEqualTo(11);
            world.sends(world.cp7, 1, 0, "0", "again");
            assertThat(world.values.dropped()).as("there is room again").isEqualTo(40);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void values_of_a_station_that_was_removed_keep_no_others_from_being_written(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.opens(world.cp7, 1, 13);
            world.opens(world.cp8, 1, 13);
            world.sends(world.cp8, 1, 0, "0", "of one that goes");
            world.sends(world.cp7, 1, 0, "0", "of one that stays");
            world.stations.stations.delete(Actor.LOCAL, world.cp8, station -> {});
            assertThat(world.kept(null)).containsExactly("2026-03-01T12:00:00Z of one that stays null");
            assertThat(world.values.dropped()).isEqualTo(1);
        }
    }
}
