package org.ohmstead.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.configuration.ConfigurationWorld.answer;
import static org.ohmstead.ocpp.OcppVersion.V201;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.devicemodel.VariableView;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.Attribute;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.GenericDeviceModelStatus;
import org.ohmstead.ocpp.v2.GetBaseReport;
import org.ohmstead.ocpp.v2.GetReport;
import org.ohmstead.ocpp.v2.NotifyReport;
import org.ohmstead.ocpp.v2.NotifyReport.Data;
import org.ohmstead.ocpp.v2.NotifyReport.Mutability;
import org.ohmstead.ocpp.v2.NotifyReport.ReportData;
import org.ohmstead.ocpp.v2.NotifyReport.VariableAttribute;
import org.ohmstead.ocpp.v2.NotifyReport.VariableCharacteristics;
import org.ohmstead.ocpp.v2.Variable;
import org.ohmstead.reports.ReportPage;
import org.ohmstead.reports.ReportRequest;

class InventoryTest {
    private static final ReadingWish FULL = new ReadingWish(List.of(), ReadingWish.Report.FULL, List.of(), "variables");
    private static final ReadingWish SUMMARY =
            new ReadingWish(List.of(), ReadingWish.Report.SUMMARY, List.of(), "variables");

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_full_report_replaces_what_was_known_and_any_other_removes_nothing(TestDatabases.Kind kind) {
        try (ConfigurationWorld world = new ConfigurationWorld(kind.open())) {
            world.connect(V201, call -> answer(new GetBaseReport.Response(GenericDeviceModelStatus.Accepted)));
            ReportRequest first = world.ask(FULL).reports().getFirst();
            assertThat(first.status()).isEqualTo(ReportRequest.Status.ACCEPTED);
            page(world, first.request(), 2, false, data("C", "V3", "3"));
            page(world, first.request(), 0, true, data("A", "V1", "1"));
            assertThat(status(world, first)).isEqualTo(ReportRequest.Status.RECEIVING);
            page(world, first.request(), 0, true, data("A", "V1", "1"));
            page(world, first.request(), 1, true, data("B", "V2", "2"));
            assertThat(status(world, first)).isEqualTo(ReportRequest.Status.COMPLETE);
            relay(world);
            assertThat(world.shown()).containsOnlyKeys("A.V1", "B.V2", "C.V3");

            ReportRequest part = world.ask(SUMMARY).reports().getFirst();
            page(world, part.request(), 0, false, data("a", "v1", "9"));
            relay(world);
            assertThat(world.shown()).containsOnlyKeys("A.V1", "B.V2", "C.V3");
            assertThat(world.shown().get("A.V1").value()).isEqualTo("9");

            ReportRequest second = world.ask(FULL).reports().getFirst();
            page(world, second.request(), 0, false, data("A", "V1", "9"), data("C", "V3", "4"));
            relay(world);
            assertThat(world.shown()).containsOnlyKeys("A.V1", "C.V3");
            assertThat(world.history()).containsExactly("B.V2: 2 -> gone", "C.V3: 3 -> 4", "A.V1: 1 -> 9");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_request_says_how_far_its_report_is(TestDatabases.Kind kind) {
        try (ConfigurationWorld world = new ConfigurationWorld(kind.open())) {
            for (GenericDeviceModelStatus status : GenericDeviceModelStatus.values()) {
                world.connect(V201, call -> answer(new GetBaseReport.Response(status)));
                ReportRequest request = world.ask(FULL).reports().getFirst();
                assertThat(request.status())
                        .isEqualTo(
                                switch (status) {
                                    case Accepted -> ReportRequest.Status.ACCEPTED;
                                    case EmptyResultSet -> ReportRequest.Status.EMPTY;
                                    case Rejected, NotSupported -> ReportRequest.Status.REFUSED;
                                });
                assertThat(request.wanted()).isEqualTo("FullInventory");
            }
            world.connect(V201, call -> answer(new GetBaseReport.Response(GenericDeviceModelStatus.Accepted)));
            ReportRequest lost = world.ask(FULL).reports().getFirst();
            page(world, lost.request(), 0, true, data("A", "V1", "1"));
            world.stations.clock.advance(Duration.ofMinutes(6));
            assertThat(status(world, lost)).isEqualTo(ReportRequest.Status.TIMED_OUT);
            page(world, lost.request(), 1, false, data("A", "V2", "1"));
            assertThat(status(world, lost)).isEqualTo(ReportRequest.Status.COMPLETE);
            world.connect(V201, call -> new Outcome.TimedOut<>(Duration.ofSeconds(30)));
            assertThat(world.ask(FULL).reports().getFirst().status()).isEqualTo(ReportRequest.Status.TIMED_OUT);
            assertThat(world.requests
                            .page(world.cp7.scope(), world.cp7, new org.ohmstead.api.Limit(2), null)
                            .items())
                    .hasSize(2);
        }
    }

    @Test
    void a_custom_report_is_asked_for_by_parts_and_criteria() {
        try (ConfigurationWorld world = new ConfigurationWorld(TestDatabases.sqlite())) {
            ScriptedLink link =
                    world.connect(V201, call -> answer(new GetReport.Response(GenericDeviceModelStatus.Accepted)));
            RefreshBody body = new RefreshBody(
                    null,
                    null,
                    "custom",
                    List.of(new RefreshBody.ReportPart("EVSE", null, 1, null, null, null)),
                    List.of("Problem"));
            world.ask(RefreshBody.wish(body));
            GetReport.Request sent = (GetReport.Request) link.sent.getFirst();
            assertThat(sent.componentCriteria()).containsExactly(GetReport.ComponentCriterion.Problem);
            assertThat(sent.componentVariable()).singleElement().satisfies(each -> {
                assertThat(each.component().evse()).isNotNull();
                assertThat(each.variable()).isNull();
            });
        }
    }

    @Test
    void what_a_report_says_beside_the_value_is_shown() {
        try (ConfigurationWorld world = new ConfigurationWorld(TestDatabases.sqlite())) {
            page(
                    world,
                    5,
                    0,
                    false,
                    new ReportData(
                            new Component("OCPPCommCtrlr", null, null),
                            new Variable("MessageAttempts", "TransactionEvent"),
                            List.of(
                                    new VariableAttribute(Attribute.Actual, "3", Mutability.ReadWrite, true, false),
                                    new VariableAttribute(Attribute.MaxSet, "9", Mutability.ReadOnly, true, false)),
                            new VariableCharacteristics(
                                    Data.integer, true, "n", new BigDecimal("1"), new BigDecimal("9.5"), "1,2", null)));
            VariableView view = world.shown().get("OCPPCommCtrlr.MessageAttempts[TransactionEvent]");
            assertThat(view.value()).isEqualTo("3");
            assertThat(view.mutability()).isEqualTo("ReadWrite");
            assertThat(view.type()).isEqualTo("integer");
            assertThat(view.unit()).isEqualTo("n");
            assertThat(view.minLimit()).isEqualTo("1");
            assertThat(view.maxLimit()).isEqualTo("9.5");
            assertThat(view.allowed()).isEqualTo("1,2");
            assertThat(view.known()).isEqualTo("reported");
            assertThat(world.shown()
                            .get("OCPPCommCtrlr.MessageAttempts[TransactionEvent] (MaxSet)")
                            .value())
                    .isEqualTo("9");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_inventory_of_5000_variables_is_kept_and_kept_again(TestDatabases.Kind kind) {
        try (ConfigurationWorld world = new ConfigurationWorld(kind.open())) {
            for (int round = 0; round < 2; round++) {
                for (int page = 0; page < 10; page++) {
                    int from = page * 500;
                    page(
                            world,
                            7 + round,
                            page,
                            page < 9,
                            IntStream.range(from, from + 500)
                                    .mapToObj(each -> data("Component" + each % 50, "Variable" + each, "v" + each))
                                    .toArray(ReportData[]::new));
                }
            }
            assertThat(world.model.all(world.cp7.scope(), world.cp7)).hasSize(5000);
            assertThat(world.history()).isEmpty();
        }
    }

    private static ReportData data(String component, String variable, String value) {
        return new ReportData(
                new Component(component),
                new Variable(variable),
                List.of(new VariableAttribute(Attribute.Actual, value, Mutability.ReadWrite, true, false)));
    }

    private static void page(ConfigurationWorld world, int request, int seqNo, boolean more, ReportData... data) {
        world.pass();
        var now = world.stations.clock.instant();
        NotifyReport.Request call = new NotifyReport.Request(request, now, seqNo, List.of(data), more);
        var items = Payloads.list(NotifyReport.Request.class, call, "reportData");
        world.model.reported(world.cp7, items, now);
        world.reports.add(world.cp7, new ReportPage("NotifyReport", request, seqNo, !more, null, now, items));
    }

    private static ReportRequest.Status status(ConfigurationWorld world, ReportRequest request) {
        return world.requests.get(world.cp7.scope(), world.cp7, request.id()).status();
    }

    private static void relay(ConfigurationWorld world) {
        WaitingEvents.in(world.stations.database).forEach(world.inventories::on);
    }
}
