package org.ohmstead.monitoring.monitors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.limits.SqlLimitStore;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.monitoring.alerts.AlertSettings;
import org.ohmstead.monitoring.alerts.Alerts;
import org.ohmstead.monitoring.alerts.SqlAlertStore;
import org.ohmstead.monitoring.monitors.MonitorBody.ComponentBody;
import org.ohmstead.monitoring.monitors.MonitorBody.VariableBody;
import org.ohmstead.monitoring.monitors.StationMonitorResource.ToClear;
import org.ohmstead.monitoring.monitors.StationMonitorResource.ToSet;
import org.ohmstead.monitoring.ocpp2.NotifyMonitoringReport2;
import org.ohmstead.monitoring.streams.EventStreams;
import org.ohmstead.monitoring.streams.SqlEventStreamStore;
import org.ohmstead.monitoring.streams.SqlStreamValueStore;
import org.ohmstead.monitoring.streams.StreamSettings;
import org.ohmstead.monitoring.streams.StreamValues;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.Attribute;
import org.ohmstead.ocpp.v2.ClearVariableMonitoring;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.EventNotification;
import org.ohmstead.ocpp.v2.GenericDeviceModelStatus;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.GetMonitoringReport;
import org.ohmstead.ocpp.v2.GetVariables;
import org.ohmstead.ocpp.v2.Monitor;
import org.ohmstead.ocpp.v2.NotifyMonitoringReport;
import org.ohmstead.ocpp.v2.SetMonitoringBase;
import org.ohmstead.ocpp.v2.SetMonitoringLevel;
import org.ohmstead.ocpp.v2.SetVariableMonitoring;
import org.ohmstead.ocpp.v2.SetVariableMonitoring.SetMonitoringResult;
import org.ohmstead.ocpp.v2.SetVariableMonitoring.SetMonitoringStatus;
import org.ohmstead.ocpp.v2.Variable;
import org.ohmstead.reports.Reports;
import org.ohmstead.reports.SqlReportStore;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** Monitors that are set, removed and reported. */
class MonitorsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final StationLimits limits;
        final StationMonitorResource resource;
        final MonitorReportResource reports;
        final MonitoringResource monitoring;
        final NotifyMonitoringReport2 notify;
        final MonitorReportWatch watch;
        private int seen;

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            Outbox outbox = new Outbox(stations.clock);
            SqlMonitorStore store = new SqlMonitorStore(stations.database, stations.commits);
            SqlMonitorReportStore asked = new SqlMonitorReportStore(stations.database, stations.commits);
            EventStreams streams = new EventStreams(
                    new SqlEventStreamStore(stations.database, stations.commits),
                    new StreamValues(
                            new SqlStreamValueStore(stations.database, stations.commits), StreamSettings.defaults()));
            Alerts alerts = new Alerts(
                    new SqlAlertStore(stations.database, stations.commits),
                    AlertSettings.defaults(),
                    stations.audit,
                    outbox,
                    stations.clock);
            MonitorCommands commands = new MonitorCommands(store, asked, alerts, streams);
            Reports pages = new Reports(new SqlReportStore(stations.database, stations.commits), outbox);
            Verbs verbs = TestCommands.verbs(stations, () -> List.of(commands));
            limits = new StationLimits(new SqlLimitStore(stations.database, stations.commits), stations.clock);
            Monitors monitors = new Monitors(verbs, limits, store, asked, stations.clock);
            CurrentActor actor = CurrentActor.of(Actor.LOCAL);
            resource = new StationMonitorResource(monitors, stations.stations, actor);
            reports = new MonitorReportResource(monitors, stations.stations, actor);
            monitoring = new MonitoringResource(monitors, stations.stations, actor);
            notify = new NotifyMonitoringReport2(pages);
            watch = new MonitorReportWatch(store, asked, commands, streams, pages);
        }

        ScriptedLink says(OcppVersion version, Function<OcppCall<?>, OcppResult> answer) {
            stations.clock.advance(Duration.ofSeconds(1));
            ScriptedLink link = new ScriptedLink(
                    cp7, version, call -> new Outcome.Answered<>(answer.apply(call), Duration.ofMillis(5), List.of()));
            stations.links.put(link);
            return link;
        }

        MonitorsAnswered set(MonitorBody... monitors) {
            return (MonitorsAnswered) resource.set("CP-7", SendOptions.USUAL, new ToSet(List.of(monitors)))
                    .getEntity();
        }

        /** What a relay would do. */
        void relay() {
            var all = WaitingEvents.in(stations.database);
            all.subList(seen, all.size()).forEach(watch::on);
            seen = all.size();
        }

        void reports(int request, int seqNo, boolean more, int... numbers) {
            List<NotifyMonitoringReport.MonitoringData> data = IntStream.of(numbers)
                    .mapToObj(number -> new NotifyMonitoringReport.MonitoringData(
                            new Component("Connector"),
                            new Variable("Temperature"),
                            List.of(new NotifyMonitoringReport.VariableMonitoring(
                                    number,
                                    false,
                                    BigDecimal.valueOf(60 + number),
                                    Monitor.UpperThreshold,
                                    number,
                                    EventNotification.PreconfiguredMonitor))))
                    .toList();
            stations.clock.advance(Duration.ofSeconds(1));
            notify.handle(
                    stations.caller(cp7, OcppVersion.V21),
                    new NotifyMonitoringReport.Request(request, seqNo, stations.clock.instant(), data, more));
            relay();
        }

        List<String> known() {
            return resource.list("CP-7", null, null).items().stream()
                    .map(one ->
                            one.id() + " " + one.type() + " " + one.value() + " " + one.severity() + " " + one.custom())
                    .toList();
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static MonitorBody monitor(int value, int severity) {
        return new MonitorBody(
                new ComponentBody("Connector", null, 1, 1),
                new VariableBody("Temperature", null),
                "UpperThreshold",
                BigDecimal.valueOf(value),
                severity,
                null,
                null,
                null);
    }

    /** Takes all but severity 9, numbers them, and answers in the reverse order, in small letters. */
    private static SetVariableMonitoring.Response taken(SetVariableMonitoring.Request request) {
        List<SetMonitoringResult> results = new ArrayList<>();
        request.setMonitoringData()
                .forEach(one -> results.addFirst(new SetMonitoringResult(
                        one.severity() == 9 ? SetMonitoringStatus.Rejected : SetMonitoringStatus.Accepted,
                        one.type(),
                        new Component(
                                one.component().name().toLowerCase(),
                                one.component().evse(),
                                null),
                        one.variable(),
                        one.severity(),
                        one.severity() == 9 ? null : 10 + one.severity(),
                        null)));
        return new SetVariableMonitoring.Response(results);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void each_monitor_has_its_own_answer_and_those_that_are_taken_are_known(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.says(OcppVersion.V201, call -> taken((SetVariableMonitoring.Request) call));
            MonitorsAnswered answered = world.set(monitor(80, 3), monitor(60, 9), monitor(90, 1));
            assertThat(answered.monitors())
                    .extracting(MonitorsAnswered.One::status)
                    .containsExactly("Accepted", "Rejected", "Accepted");
            assertThat(answered.monitors()).extracting(MonitorsAnswered.One::id).containsExactly(13L, null, 11L);
            assertThat(answered.commands()).hasSize(1);
            assertThat(world.known()).containsExactly("11 UpperThreshold 90 1 true", "13 UpperThreshold 80 3 true");
            assertThat(world.resource
                            .get("CP-7", "13")
                            .component()
                            .at("/evse/id")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void more_than_a_station_takes_in_a_message_goes_in_several(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.limits.answered(
                    world.cp7,
                    new GetVariables.Response(List.of(new GetVariables.GetVariableResult(
                            GetVariables.GetVariableStatus.Accepted,
                            new Component("MonitoringCtrlr"),
                            new Variable("ItemsPerMessage", "SetVariableMonitoring"),
                            null,
                            Attribute.Actual,
                            "2"))));
            ScriptedLink link = world.says(OcppVersion.V201, call -> taken((SetVariableMonitoring.Request) call));
            MonitorsAnswered answered =
                    world.set(monitor(80, 1), monitor(80, 2), monitor(80, 3), monitor(80, 4), monitor(80, 5));
            assertThat(link.sent).hasSize(3);
            assertThat(answered.commands()).hasSize(3);
            assertThat(answered.monitors())
                    .extracting(MonitorsAnswered.One::id)
                    .containsExactly(11L, 12L, 13L, 14L, 15L);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_is_removed_or_not_there_is_known_no_more(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.says(OcppVersion.V21, call -> taken((SetVariableMonitoring.Request) call));
            world.set(monitor(80, 1), monitor(80, 2), monitor(80, 3));
            world.says(
                    OcppVersion.V21,
                    call -> new ClearVariableMonitoring.Response(List.of(
                            new ClearVariableMonitoring.ClearMonitoringResult(
                                    ClearVariableMonitoring.ClearMonitoringStatus.NotFound, 12),
                            new ClearVariableMonitoring.ClearMonitoringResult(
                                    ClearVariableMonitoring.ClearMonitoringStatus.Accepted, 11),
                            new ClearVariableMonitoring.ClearMonitoringResult(
                                    ClearVariableMonitoring.ClearMonitoringStatus.Rejected, 13))));
            MonitorsAnswered answered = (MonitorsAnswered) world.resource
                    .clear("CP-7", SendOptions.USUAL, new ToClear(List.of(11L, 12L, 13L)))
                    .getEntity();
            assertThat(answered.monitors())
                    .extracting(MonitorsAnswered.One::status)
                    .containsExactly("Accepted", "NotFound", "Rejected");
            assertThat(world.known()).containsExactly("13 UpperThreshold 80 3 true");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_whole_report_replaces_what_was_known_once_its_last_page_has_come(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.says(OcppVersion.V21, call -> taken((SetVariableMonitoring.Request) call));
            world.set(monitor(80, 1), monitor(80, 2));
            ScriptedLink link = world.says(
                    OcppVersion.V21, call -> new GetMonitoringReport.Response(GenericDeviceModelStatus.Accepted));
            VerbView asked = (VerbView)
                    world.reports.refresh("CP-7", SendOptions.USUAL, null).getEntity();
            assertThat(asked.status()).isEqualTo("Accepted");
            int request = ((GetMonitoringReport.Request) link.sent.getFirst()).requestId();
            world.reports(request, 1, false, 4);
            assertThat(world.known()).as("a page is missing").hasSize(2);
            assertThat(world.reports.reports("CP-7", null, null).items())
                    .singleElement()
                    .satisfies(one -> assertThat(one.completedAt()).isNull());
            world.reports(request, 0, true, 3);
            assertThat(world.known()).containsExactly("3 UpperThreshold 63 3 false", "4 UpperThreshold 64 4 false");
            assertThat(world.reports.reports("CP-7", null, null).items())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.status()).isEqualTo("Accepted");
                        assertThat(one.completedAt()).isNotNull();
                        assertThat(one.report()).isNotNull();
                    });
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_report_of_some_removes_none_and_an_empty_one_of_all_removes_all(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.says(OcppVersion.V21, call -> taken((SetVariableMonitoring.Request) call));
            world.set(monitor(80, 1));
            ScriptedLink link = world.says(
                    OcppVersion.V21, call -> new GetMonitoringReport.Response(GenericDeviceModelStatus.Accepted));
            world.reports.refresh(
                    "CP-7",
                    SendOptions.USUAL,
                    new MonitorReportResource.Asked(List.of("ThresholdMonitoring"), List.of("Connector")));
            world.reports(((GetMonitoringReport.Request) link.sent.getFirst()).requestId(), 0, false, 5);
            assertThat(world.known()).hasSize(2);
            world.says(
                    OcppVersion.V21, call -> new GetMonitoringReport.Response(GenericDeviceModelStatus.EmptyResultSet));
            world.reports.refresh("CP-7", SendOptions.USUAL, null);
            assertThat(world.known()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_set_and_the_severity_that_a_station_agreed_to_are_known(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.says(OcppVersion.V201, call -> taken((SetVariableMonitoring.Request) call));
            world.set(monitor(80, 1));
            world.says(OcppVersion.V201, call -> new SetMonitoringLevel.Response(GenericStatus.Accepted));
            world.monitoring.level("CP-7", SendOptions.USUAL, new MonitoringResource.Level(4));
            world.says(OcppVersion.V201, call -> new SetMonitoringLevel.Response(GenericStatus.Rejected));
            world.monitoring.level("CP-7", SendOptions.USUAL, new MonitoringResource.Level(8));
            assertThat(world.monitoring.get("CP-7").severity()).isEqualTo(4);
            assertThat(world.known()).hasSize(1);
            world.says(OcppVersion.V201, call -> new SetMonitoringBase.Response(GenericDeviceModelStatus.Accepted));
            world.monitoring.base("CP-7", SendOptions.USUAL, new MonitoringResource.Base("FactoryDefault"));
            assertThat(world.monitoring.get("CP-7").base()).isEqualTo("FactoryDefault");
            assertThat(world.known()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_wrong_is_named_and_a_station_of_1_6_has_none(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.says(OcppVersion.V16, call -> {
                throw new AssertionError("1.6 has no monitors");
            });
            assertThat(world.set(monitor(80, 1)).commands().getFirst().outcome())
                    .isEqualTo("notSupported");
            assertThat(link.sent).isEmpty();
            assertThat(refused(() -> world.set(monitor(80, 10)))).isEqualTo("monitors[0].severity");
            assertThat(refused(() -> world.resource.set("CP-7", SendOptions.USUAL, null)))
                    .isEqualTo("monitors");
            assertThat(refused(() -> world.monitoring.base("CP-7", SendOptions.USUAL, null)))
                    .isEqualTo("base");
            assertThat(refused(() -> world.reports.refresh(
                            "CP-7", SendOptions.USUAL, new MonitorReportResource.Asked(List.of("All"), null))))
                    .isEqualTo("criteria");
        }
    }

    private static String refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Refused refusal = catchThrowableOfType(Refused.class, call);
        assertThat(refusal).isNotNull();
        return refusal.field();
    }
}
