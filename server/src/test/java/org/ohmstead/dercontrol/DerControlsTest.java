package org.ohmstead.dercontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.dercontrol.ocpp2.NotifyDERAlarm2;
import org.ohmstead.dercontrol.ocpp2.NotifyDERStartStop2;
import org.ohmstead.dercontrol.ocpp2.ReportDERControl2;
import org.ohmstead.dercontrol.timeline.DerEventResource;
import org.ohmstead.dercontrol.timeline.DerEventView;
import org.ohmstead.dercontrol.timeline.DerTimeline;
import org.ohmstead.dercontrol.timeline.SqlDerEventStore;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.ClearDERControl;
import org.ohmstead.ocpp.v2.DERControl;
import org.ohmstead.ocpp.v2.DERControlStatus;
import org.ohmstead.ocpp.v2.DERUnit;
import org.ohmstead.ocpp.v2.FixedVar;
import org.ohmstead.ocpp.v2.GetDERControl;
import org.ohmstead.ocpp.v2.Gradient;
import org.ohmstead.ocpp.v2.NotifyDERAlarm;
import org.ohmstead.ocpp.v2.NotifyDERAlarm.GridEventFault;
import org.ohmstead.ocpp.v2.NotifyDERStartStop;
import org.ohmstead.ocpp.v2.ReportDERControl;
import org.ohmstead.ocpp.v2.SetDERControl;
import org.ohmstead.reports.Reports;
import org.ohmstead.reports.SqlReportStore;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** A station that feeds in, what it is told, and what it tells. */
class DerControlsTest {
    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final DerControlResource resource;
        final DerEventResource events;
        final ReportDERControl2 report;
        final NotifyDERStartStop2 startStop;
        final NotifyDERAlarm2 alarm;

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            Outbox outbox = new Outbox(stations.clock);
            SqlDerControlStore store = new SqlDerControlStore(stations.database, stations.commits, outbox);
            DerControls controls = new DerControls(
                    TestCommands.verbs(stations, () -> List.of(new DerControlWatch(store))), store, stations.clock);
            CurrentActor actor = CurrentActor.of(Actor.LOCAL);
            resource = new DerControlResource(controls, stations.stations, actor);
            report = new ReportDERControl2(
                    controls, new Reports(new SqlReportStore(stations.database, stations.commits), outbox));
            DerTimeline timeline = new DerTimeline(
                    new SqlDerEventStore(stations.database, stations.commits), store, stations.commits, outbox);
            startStop = new NotifyDERStartStop2(timeline);
            alarm = new NotifyDERAlarm2(timeline);
            events = new DerEventResource(timeline, stations.stations, actor);
        }

        ScriptedLink says(Function<OcppCall<?>, Outcome<?>> answer) {
            ScriptedLink link = new ScriptedLink(cp7, OcppVersion.V21, answer);
            stations.links.put(link);
            return link;
        }

        ScriptedLink answers(OcppResult answer) {
            return says(call -> TestCommands.answer(answer));
        }

        DerControlView.Told set(String id, String body) {
            stations.clock.advance(Duration.ofSeconds(1));
            return (DerControlView.Told)
                    resource.set("CP-7", id, SendOptions.USUAL, json(body)).getEntity();
        }

        DerControlView.Told clear(String id) {
            stations.clock.advance(Duration.ofSeconds(1));
            return (DerControlView.Told)
                    resource.clear("CP-7", id, SendOptions.USUAL).getEntity();
        }

        /** A default of reactive power, of this rank. */
        DerControlView.Told var(String id, int priority) {
            return set(
                    id,
                    "{'controlType':'FixedVar','isDefault':true,'fixedVar':{'priority':%d,'setpoint':10,'unit':'PctMaxW'}}"
                            .formatted(priority));
        }

        /** The same for an hour, that many minutes from now. */
        DerControlView.Told scheduled(String id, int minutes) {
            Instant start = stations.clock.instant().plus(Duration.ofMinutes(minutes));
            return set(
                    id,
                    ("{'controlType':'FixedVar','isDefault':false,'fixedVar':{'priority':1,'setpoint':10,"
                                    + "'unit':'PctMaxW','startTime':'%s','duration':3600}}")
                            .formatted(start));
        }

        List<String> all() {
            return resource.list("CP-7", null, null).items().stream()
                    .map(one -> one.controlId() + " " + one.state()
                            + (one.supersededBy() == null ? "" : " by " + one.supersededBy()))
                    .toList();
        }

        void starts(String id, boolean started, Instant at, @Nullable List<String> displaced) {
            startStop.handle(
                    stations.caller(cp7, OcppVersion.V21), new NotifyDERStartStop.Request(id, started, at, displaced));
            stations.clock.advance(Duration.ofSeconds(1));
        }

        void alarms(@Nullable GridEventFault fault, boolean ended, Instant at) {
            alarm.handle(
                    stations.caller(cp7, OcppVersion.V21),
                    new NotifyDERAlarm.Request(DERControl.LVMustTrip, at, fault, ended, null));
            stations.clock.advance(Duration.ofSeconds(1));
        }

        List<DerEventView> timeline(@Nullable String kind, @Nullable String open) {
            return events.list("CP-7", kind, open, null, null, null, null).items();
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.tree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static SetDERControl.Response accepted(String... displaced) {
        return new SetDERControl.Response(
                DERControlStatus.Accepted, null, displaced.length == 0 ? null : List.of(displaced));
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_control_is_sent_and_kept_with_what_the_station_said(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.answers(accepted());
            DerControlView.Told told = world.var("Var-1", 3);
            assertThat(link.sent)
                    .containsExactly(new SetDERControl.Request(
                            true,
                            "Var-1",
                            DERControl.FixedVar,
                            null,
                            null,
                            null,
                            null,
                            new FixedVar(3, BigDecimal.TEN, DERUnit.PctMaxW),
                            null,
                            null,
                            null,
                            null));
            DerControlView control = told.control();
            assertThat(control.state()).isEqualTo("accepted");
            assertThat(control.priority()).isEqualTo(3);
            assertThat(control.setting().path("setpoint").asInt()).isEqualTo(10);
            assertThat(control.said()).isEqualTo("Accepted");
            assertThat(control.actor()).isEqualTo("local");
            assertThat(world.resource.get("cp-7", "VAR-1")).isEqualTo(control);
            assertThat(world.stations.events("der-control.changed")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'isDefault':true}                                                                   | controlType
        {'controlType':'Warp','isDefault':true}                                              | controlType
        {'controlType':'Gradients'}                                                          | isDefault
        {'controlType':'Gradients','isDefault':true}                                         | gradient
        {'controlType':'VoltVar','isDefault':true,'gradient':{'priority':1}}                 | gradient
        {'controlType':'Gradients','isDefault':true,'curve':{},'gradient':{'priority':1}}    | curve
        {'controlType':'Gradients','isDefault':false,'gradient':{'priority':1}}              | isDefault
        {'controlType':'FixedVar','isDefault':false,'fixedVar':{'duration':5}}               | fixedVar.startTime
        {'controlType':'FixedVar','isDefault':false,'fixedVar':{'startTime':'2050-01-01T00:00:00Z'}} | fixedVar.duration
        {'controlType':'FixedVar','isDefault':true,'fixedVar':{'duration':5}}                | fixedVar.duration
        {'controlType':'FixedVar','isDefault':false,'fixedVar':{'startTime':'2001-01-01T00:00:00Z','duration':5}} | fixedVar.duration
        {'controlType':'Gradients','isDefault':true,'gradient':{'priority':-1,'gradient':1,'softGradient':1}} | payload.gradient.priority
        {'controlType':'Gradients','isDefault':true,'controlId':'B','gradient':{'priority':1}} | controlId
        """)
    void what_does_not_belong_to_its_type_never_leaves(String body, String field) {
        try (World world = new World(TestDatabases.each().findFirst().orElseThrow())) {
            ScriptedLink link = world.answers(accepted());
            Refused refused = catchThrowableOfType(Refused.class, () -> world.set("A", body));
            assertThat(refused.field()).as(refused.detail()).isEqualTo(field);
            assertThat(link.sent).isEmpty();
            assertThat(world.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_of_higher_rank_displaces_others_until_it_is_cleared(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(accepted());
            world.var("low", 5);
            world.answers(accepted("LOW"));
            world.var("high", 1);
            assertThat(world.all()).containsExactly("low superseded by high", "high accepted");
            world.answers(accepted());
            world.var("middle", 3);
            assertThat(world.all())
                    .containsExactly("low superseded by high", "high accepted", "middle superseded by high");
            ScriptedLink link = world.answers(new ClearDERControl.Response(DERControlStatus.Accepted));
            assertThat(world.clear("HIGH").control().state()).isEqualTo("cleared");
            assertThat(link.sent).containsExactly(new ClearDERControl.Request(true, null, "HIGH"));
            assertThat(world.all()).containsExactly("low superseded by middle", "high cleared", "middle accepted");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void scheduled_ones_displace_each_other_only_at_the_same_time_and_are_over_by_themselves(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(accepted());
            world.scheduled("first", 10);
            world.scheduled("second", 180);
            world.var("always", 9);
            assertThat(world.all()).containsExactly("first accepted", "second accepted", "always accepted");
            world.stations.clock.advance(Duration.ofMinutes(71));
            assertThat(world.all()).containsExactly("first over", "second accepted", "always accepted");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_refused_leaves_standing_what_stood_and_what_nobody_answers_is_unknown(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            assertThat(world.var("away", 1).control()).isNull();
            world.answers(accepted());
            world.var("A", 5);
            world.answers(new SetDERControl.Response(DERControlStatus.NotSupported));
            DerControlView kept = world.var("A", 1).control();
            assertThat(kept.state()).isEqualTo("accepted");
            assertThat(kept.priority()).isEqualTo(5);
            assertThat(kept.said()).isEqualTo("NotSupported");
            assertThat(world.var("B", 1).control().state()).isEqualTo("rejected");
            world.says(call -> new Outcome.TimedOut<>(Duration.ofSeconds(30)));
            assertThat(world.var("C", 1).control().state()).isEqualTo("unknown");
            assertThat(world.all()).containsExactly("A accepted", "B rejected", "C unknown");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_station_reports_it_has_and_what_it_does_not_report_it_has_not(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(accepted());
            world.var("kept", 1);
            world.var("lost", 2);
            world.stations.clock.advance(Duration.ofSeconds(1));
            ScriptedLink link = world.answers(new GetDERControl.Response(DERControlStatus.Accepted));
            world.resource.refresh("CP-7", new DerControlQuery(null, null), null, SendOptions.USUAL);
            int request = ((GetDERControl.Request) link.sent.getFirst()).requestId();
            world.stations.clock.advance(Duration.ofSeconds(1));
            page(world, request, "kept", true);
            assertThat(world.all()).as("more follow").containsExactly("kept accepted", "lost superseded by kept");
            page(world, request, "foreign", false);
            assertThat(world.all()).containsExactly("kept accepted", "lost cleared", "foreign accepted");
            assertThat(world.resource.get("CP-7", "foreign").outcome()).isNull();
            page(world, request + 1, "other", false);
            assertThat(world.all()).as("somebody asked for one").hasSize(4).contains("kept accepted");
            world.answers(new GetDERControl.Response(DERControlStatus.NotFound));
            world.resource.refresh("CP-7", new DerControlQuery("true", "FixedVar"), null, SendOptions.USUAL);
            assertThat(world.all()).contains("kept cleared", "foreign accepted");
        }
    }

    private static void page(World world, int request, String id, boolean more) {
        boolean isVar = id.equals("kept");
        world.report.handle(
                world.stations.caller(world.cp7, OcppVersion.V21),
                new ReportDERControl.Request(
                        request,
                        null,
                        null,
                        null,
                        null,
                        isVar
                                ? List.of(new ReportDERControl.FixedVarGet(
                                        new FixedVar(1, BigDecimal.TEN, DERUnit.PctMaxW), id, true, false))
                                : null,
                        null,
                        isVar
                                ? null
                                : List.of(new ReportDERControl.GradientGet(
                                        new Gradient(1, BigDecimal.ONE, BigDecimal.ONE), id)),
                        null,
                        more,
                        null));
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void all_defaults_or_all_scheduled_ones_are_cleared_at_once(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(accepted());
            world.var("A", 1);
            world.scheduled("S", 10);
            world.answers(new ClearDERControl.Response(DERControlStatus.NotFound));
            world.resource.clearAll("CP-7", new DerControlQuery("true", null), SendOptions.USUAL);
            assertThat(world.all()).as("it has none, by its word").containsExactly("A cleared", "S accepted");
            world.answers(new ClearDERControl.Response(DERControlStatus.Rejected));
            world.resource.clearAll("CP-7", new DerControlQuery("false", null), SendOptions.USUAL);
            assertThat(world.all()).containsExactly("A cleared", "S accepted");
            assertThat(catchThrowableOfType(
                                    Refused.class,
                                    () -> world.resource.clearAll(
                                            "CP-7", new DerControlQuery(null, null), SendOptions.USUAL))
                            .field())
                    .isEqualTo("isDefault");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void its_beginning_and_end_stand_once_in_the_timeline_and_show_on_the_control(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(accepted());
            world.var("low", 9);
            world.scheduled("S", 1);
            Instant start = world.stations.clock.instant().plusSeconds(60);
            world.starts("s", true, start, List.of("low"));
            world.starts("s", true, start, List.of("low"));
            assertThat(world.resource.get("CP-7", "S").startedAt()).isEqualTo(start);
            assertThat(world.all()).containsExactly("low superseded by s", "S accepted");
            world.starts("S", false, start.plusSeconds(3600), null);
            world.starts("stranger", true, start, null);
            assertThat(world.resource.get("CP-7", "S").startedAt()).isNull();
            assertThat(world.timeline(null, null))
                    .extracting(one -> one.kind() + " " + one.controlId())
                    .containsExactly("started stranger", "stopped S", "started s");
            assertThat(world.timeline("started", null).getLast().supersededIds())
                    .containsExactly("low");
            assertThat(world.stations.events("der-control.started")).hasSize(2);
            assertThat(world.stations.events("der-control.stopped")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_alarm_lasts_until_its_end_or_until_it_is_about_something_else(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            Instant noon = world.stations.clock.instant();
            world.alarms(GridEventFault.UnderVoltage, false, noon);
            world.alarms(GridEventFault.UnderVoltage, false, noon); // repeated
            world.alarms(GridEventFault.UnderVoltage, false, noon.plusSeconds(5)); // still
            assertThat(world.timeline("alarm", "true")).hasSize(1);
            world.alarms(GridEventFault.OverVoltage, false, noon.plusSeconds(60));
            assertThat(world.timeline(null, "true"))
                    .extracting(DerEventView::gridEventFault)
                    .containsExactly("OverVoltage");
            world.alarms(null, true, noon.plusSeconds(90));
            world.alarms(null, true, noon.plusSeconds(90)); // repeated
            world.alarms(GridEventFault.UnderVoltage, false, noon); // once more from a queue
            assertThat(world.timeline(null, "true")).isEmpty();
            assertThat(world.timeline("alarm", "false"))
                    .extracting(DerEventView::endedAt)
                    .containsExactly(noon.plusSeconds(90), noon.plusSeconds(60));
            assertThat(world.stations.events("der-alarm.raised")).hasSize(2);
            assertThat(world.stations.events("der-alarm.ended")).hasSize(2);
            world.alarms(GridEventFault.UnderVoltage, true, noon.plusSeconds(300));
            assertThat(world.timeline("alarm", null))
                    .as("an end without a beginning")
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_happened_long_ago_or_too_often_is_cleared_away(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            Instant noon = world.stations.clock.instant();
            world.starts("old", true, noon, null);
            world.stations.clock.advance(Duration.ofDays(1));
            world.starts("new", true, noon, null);
            SqlDerEventStore store = new SqlDerEventStore(world.stations.database, world.stations.commits);
            store.pruneBefore(world.stations.clock.instant().minus(Duration.ofHours(1)));
            store.pruneBeyondMost();
            assertThat(world.timeline(null, null))
                    .extracting(DerEventView::controlId)
                    .containsExactly("new");
        }
    }
}
