package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.ocpp.v16.RemoteStartTransaction;
import org.ohmstead.ocpp.v16.RemoteStopTransaction;
import org.ohmstead.ocpp.v16.ReserveNow;
import org.ohmstead.ocpp.v16.SendLocalList;
import org.ohmstead.ocpp.v16.StartTransaction;
import org.ohmstead.ocpp.v16.StatusNotification;
import org.ohmstead.ocpp.v16.StopTransaction;
import org.ohmstead.ocpp.v2.ChangeAvailability;
import org.ohmstead.ocpp.v2.DERControl;
import org.ohmstead.ocpp.v2.GetBaseReport;
import org.ohmstead.ocpp.v2.GetVariables;
import org.ohmstead.ocpp.v2.Gradient;
import org.ohmstead.ocpp.v2.IdToken;
import org.ohmstead.ocpp.v2.NotifyReport;
import org.ohmstead.ocpp.v2.RequestStartTransaction;
import org.ohmstead.ocpp.v2.RequestStopTransaction;
import org.ohmstead.ocpp.v2.SetDERControl;
import org.ohmstead.ocpp.v2.SetVariables;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.ocpp.v2.TransactionEvent.ChargingState;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.ManualTime;
import org.ohmstead.simulator.station.OutletState;
import org.ohmstead.simulator.station.SampleMessages;
import org.ohmstead.simulator.station.StationOptions;

class CommandsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TinyCsms csms = new TinyCsms();
    private final Simulators simulators = new Simulators();
    private final ManualTime time = new ManualTime(NOON);

    @AfterEach
    void end() {
        simulators.close();
        csms.close();
    }

    private SimStation station(OcppVersion version) {
        SimStation station = simulators.station(new StationOptions("CP1")
                .url(csms.url())
                .version(version)
                .time(time)
                .strict(true));
        station.connect();
        return station;
    }

    private Object call(Record request) {
        return csms.answered("CP1", request);
    }

    private Object call(OcppVersion version, String action, String payload) {
        return call(SampleMessages.parse(version, action, payload));
    }

    @Test
    void a_changed_key_is_read_back_and_its_value_rules() {
        SimStation station = station(OcppVersion.V16);
        assertThat(call(new ChangeConfiguration.Request("metervaluesampleinterval", "20")))
                .isEqualTo(new ChangeConfiguration.Response(ChangeConfiguration.Status.Accepted));
        var answer = (GetConfiguration.Response)
                call(new GetConfiguration.Request(List.of("MeterValueSampleInterval", "Nonsense")));
        assertThat(answer.configurationKey())
                .singleElement()
                .extracting(GetConfiguration.KeyValue::value)
                .isEqualTo("20");
        assertThat(answer.unknownKey()).containsExactly("Nonsense");
        assertThat(call(new ChangeConfiguration.Request("Nonsense", "1")))
                .isEqualTo(new ChangeConfiguration.Response(ChangeConfiguration.Status.NotSupported));
        assertThat(call(new ChangeConfiguration.Request("NumberOfConnectors", "9")))
                .isEqualTo(new ChangeConfiguration.Response(ChangeConfiguration.Status.Rejected));
        assertThat(call(new ChangeConfiguration.Request(
                        "MeterValuesSampledData", "Energy.Active.Import.Register,Nonsense")))
                .isEqualTo(new ChangeConfiguration.Response(ChangeConfiguration.Status.Rejected));
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        time.advance(Duration.ofMinutes(1));
        station.awaitDelivered();
        assertThat(csms.actions().stream().filter("MeterValues"::equals)).hasSize(3);
    }

    @Test
    void a_remote_start_waits_for_the_cable_and_a_remote_stop_ends_it() {
        SimStation station = station(OcppVersion.V16);
        assertThat(call(new RemoteStartTransaction.Request("REMOTE")))
                .isEqualTo(new RemoteStartTransaction.Response(RemoteStartTransaction.Status.Accepted));
        TinyCsms.await(
                "Preparing",
                () -> station.station().state(station.station().outlets().getFirst()) == OutletState.PREPARING);
        station.plugIn(1);
        station.awaitDelivered();
        assertThat(csms.heard(StartTransaction.Request.class).getFirst().idTag())
                .isEqualTo("REMOTE");
        assertThat(call(new RemoteStopTransaction.Request(999)))
                .isEqualTo(new RemoteStopTransaction.Response(RemoteStopTransaction.Status.Rejected));
        assertThat(call(new RemoteStopTransaction.Request(101)))
                .isEqualTo(new RemoteStopTransaction.Response(RemoteStopTransaction.Status.Accepted));
        TinyCsms.await("stop", () -> !csms.heard(StopTransaction.Request.class).isEmpty());
        assertThat(csms.heard(StopTransaction.Request.class).getFirst().reason())
                .isEqualTo(StopTransaction.Reason.Remote);
    }

    @Test
    void an_accepted_remote_start_that_nobody_plugs_in_for_ends_by_itself() {
        SimStation station = station(OcppVersion.V16);
        call(new RemoteStartTransaction.Request("REMOTE"));
        var outlet = station.station().outlets().getFirst();
        TinyCsms.await("Preparing", () -> station.station().state(outlet) == OutletState.PREPARING);
        time.advance(Duration.ofSeconds(61));
        assertThat(station.station().state(outlet)).isEqualTo(OutletState.AVAILABLE);
    }

    @Test
    void a_remote_start_of_2_carries_its_id_in_the_first_event() {
        SimStation station = station(OcppVersion.V201);
        station.plugIn(1);
        var answer = (RequestStartTransaction.Response)
                call(new RequestStartTransaction.Request(new IdToken("REMOTE", "Central"), 42));
        assertThat(answer.status().name()).isEqualTo("Accepted");
        TinyCsms.await("start", () -> csms.heard(TransactionEvent.Request.class).size() >= 2);
        TransactionEvent.Request first =
                csms.heard(TransactionEvent.Request.class).getFirst();
        assertThat(first.transactionInfo().remoteStartId()).isEqualTo(42);
        assertThat(first.triggerReason()).isEqualTo(TriggerReason.RemoteStart);
        call(new RequestStopTransaction.Request(first.transactionInfo().transactionId()));
        TinyCsms.await(
                "stop",
                () -> csms.heard(TransactionEvent.Request.class)
                                .getLast()
                                .transactionInfo()
                                .stoppedReason()
                        == TransactionEvent.Reason.Remote);
    }

    @Test
    void a_refused_token_in_the_answer_ends_the_transaction() {
        csms.answer("StartTransaction", request -> "{\"idTagInfo\":{\"status\":\"Blocked\"},\"transactionId\":5}");
        SimStation station = station(OcppVersion.V16);
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        TinyCsms.await("stop", () -> !csms.heard(StopTransaction.Request.class).isEmpty());
        assertThat(csms.heard(StopTransaction.Request.class).getFirst().reason())
                .isEqualTo(StopTransaction.Reason.DeAuthorized);
        assertThat(station.transaction(1)).isEmpty();
    }

    @Test
    void a_reserved_connector_is_shown_so_and_serves_its_token_alone() {
        SimStation station = station(OcppVersion.V16);
        assertThat(call(new ReserveNow.Request(1, NOON.plusSeconds(3600), "MINE", 7)))
                .isEqualTo(new ReserveNow.Response(ReserveNow.Status.Accepted));
        TinyCsms.await(
                "Reserved",
                () -> csms.heard(StatusNotification.Request.class).getLast().status()
                        == StatusNotification.ConnectorStatus.Reserved);
        assertThat(call(new RemoteStartTransaction.Request("OTHER")))
                .isEqualTo(new RemoteStartTransaction.Response(RemoteStartTransaction.Status.Rejected));
        station.plugIn(1);
        station.authorize("MINE");
        station.start(1);
        station.awaitDelivered();
        assertThat(csms.heard(StartTransaction.Request.class).getFirst().reservationId())
                .isEqualTo(7);
    }

    @Test
    void a_reservation_runs_out() {
        SimStation station = station(OcppVersion.V201);
        call(OcppVersion.V201, "ReserveNow", """
            {"id":9,"expiryDateTime":"2026-03-01T12:10:00Z","evseId":1,"idToken":{"idToken":"MINE","type":"ISO14443"}}\
            """);
        time.advance(Duration.ofMinutes(11));
        TinyCsms.await("told", () -> csms.actions().contains("ReservationStatusUpdate"));
        assertThat(station.station().reservations().all()).isEmpty();
    }

    @Test
    void a_differential_list_that_is_not_newer_is_a_version_mismatch() {
        station(OcppVersion.V16);
        assertThat(call(new SendLocalList.Request(5, SendLocalList.UpdateType.Full)))
                .isEqualTo(new SendLocalList.Response(SendLocalList.Status.Accepted));
        assertThat(call(new SendLocalList.Request(5, SendLocalList.UpdateType.Differential)))
                .isEqualTo(new SendLocalList.Response(SendLocalList.Status.VersionMismatch));
        assertThat(call(OcppVersion.V16, "GetLocalListVersion", "{}").toString())
                .contains("5");
    }

    @Test
    void a_blocked_token_of_the_local_list_is_refused_without_a_connection() {
        SimStation station = station(OcppVersion.V201);
        call(OcppVersion.V201, "SendLocalList", """
            {"versionNumber":1,"updateType":"Full","localAuthorizationList":[{"idToken":{"idToken":"BAD","type":"ISO14443"},
            "idTokenInfo":{"status":"Blocked"}}]}\
            """);
        station.loseConnection();
        assertThat(station.authorize("bad").status()).isEqualTo("Blocked");
        assertThat(station.authorize("stranger").accepted()).isTrue();
    }

    @Test
    void a_variable_is_set_and_read_and_unknown_ones_are_named_so() {
        station(OcppVersion.V201);
        var set = (SetVariables.Response) call(OcppVersion.V201, "SetVariables", """
            {"setVariableData":[
            {"attributeValue":"17","component":{"name":"ocppcommctrlr"},"variable":{"name":"heartbeatinterval"}},
            {"attributeValue":"x","component":{"name":"OCPPCommCtrlr"},"variable":{"name":"HeartbeatInterval"}},
            {"attributeValue":"1","component":{"name":"Nonsense"},"variable":{"name":"HeartbeatInterval"}},
            {"attributeValue":"1","component":{"name":"OCPPCommCtrlr"},"variable":{"name":"Nonsense"}}]}\
            """);
        assertThat(set.setVariableResult())
                .extracting(SetVariables.SetVariableResult::attributeStatus)
                .containsExactly(
                        SetVariables.SetVariableStatus.Accepted,
                        SetVariables.SetVariableStatus.Rejected,
                        SetVariables.SetVariableStatus.UnknownComponent,
                        SetVariables.SetVariableStatus.UnknownVariable);
        var get = (GetVariables.Response) call(OcppVersion.V201, "GetVariables", """
            {"getVariableData":[{"component":{"name":"OCPPCommCtrlr"},"variable":{"name":"HeartbeatInterval"}},
            {"component":{"name":"SecurityCtrlr"},"variable":{"name":"BasicAuthPassword"}}]}\
            """);
        assertThat(get.getVariableResult().getFirst().attributeValue()).isEqualTo("17");
        assertThat(get.getVariableResult().getLast().attributeStatus())
                .isEqualTo(GetVariables.GetVariableStatus.Rejected);
    }

    @Test
    void a_report_comes_in_pages_of_which_the_last_says_so() {
        station(OcppVersion.V21);
        call(new GetBaseReport.Request(33, GetBaseReport.ReportBase.FullInventory));
        TinyCsms.await("the last page", () -> csms.heard(NotifyReport.Request.class).stream()
                .anyMatch(page -> Boolean.FALSE.equals(page.tbc())));
        List<NotifyReport.Request> pages = csms.heard(NotifyReport.Request.class);
        assertThat(pages).hasSizeGreaterThan(2).allMatch(page -> page.requestId() == 33);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i).seqNo()).isEqualTo(i);
            assertThat(pages.get(i).tbc()).isEqualTo(i + 1 < pages.size());
        }
        assertThat(csms.deviations()).isEmpty();
    }

    @Test
    void an_inoperative_evse_waits_for_its_transaction_to_end() {
        SimStation station = station(OcppVersion.V201);
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        var answer = (ChangeAvailability.Response)
                call(new ChangeAvailability.Request(ChangeAvailability.OperationalStatus.Inoperative));
        assertThat(answer.status()).isEqualTo(ChangeAvailability.ChangeAvailabilityStatus.Scheduled);
        station.stop(1);
        station.unplug(1);
        assertThat(station.station().state(station.station().outlets().getFirst()))
                .isEqualTo(OutletState.UNAVAILABLE);
    }

    @Test
    void a_limit_of_the_csms_is_confirmed_and_suspends_when_reached() {
        csms.answer(
                "TransactionEvent",
                request -> ((TransactionEvent.Request) request).seqNo() == 0
                        ? "{\"transactionLimit\":{\"maxEnergy\":1000}}"
                        : "{}");
        SimStation station = station(OcppVersion.V21);
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        TinyCsms.await("confirmed", () -> csms.heard(TransactionEvent.Request.class).stream()
                .anyMatch(event -> event.triggerReason() == TriggerReason.LimitSet
                        && event.transactionInfo()
                                        .transactionLimit()
                                        .maxEnergy()
                                        .compareTo(new BigDecimal(1000))
                                == 0));
        time.advance(Duration.ofMinutes(30));
        station.awaitDelivered();
        assertThat(csms.heard(TransactionEvent.Request.class))
                .anyMatch(event -> event.triggerReason() == TriggerReason.EnergyLimitReached
                        && event.transactionInfo().chargingState() == ChargingState.SuspendedEVSE);
        double used =
                station.registerWh(1) - station.transaction(1).orElseThrow().startWh();
        assertThat(used).isBetween(1000.0, 1050.0);
        assertThat(csms.deviations()).isEmpty();
    }

    @Test
    void a_default_tariff_is_used_and_the_cost_told_at_the_end() {
        SimStation station = station(OcppVersion.V21);
        call(station.samples().toStation("SetDefaultTariff"));
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        time.advance(Duration.ofHours(1));
        station.stop(1);
        station.awaitDelivered();
        TransactionEvent.Request ended =
                csms.heard(TransactionEvent.Request.class).getLast();
        assertThat(ended.transactionInfo().tariffId()).isEqualTo("tariff-1");
        double kiloWattHours = ended.costDetails().totalUsage().energy().doubleValue();
        assertThat(ended.costDetails().totalCost().total().inclTax().doubleValue())
                .isCloseTo(kiloWattHours * 0.39, org.assertj.core.api.Assertions.within(0.0002));
        assertThat(csms.deviations()).isEmpty();
    }

    @Test
    void a_grid_control_of_higher_priority_supersedes_the_one_of_lower() {
        station(OcppVersion.V21);
        call(der("low", 5));
        var answer = (SetDERControl.Response) call(der("high", 1));
        assertThat(answer.supersededIds()).containsExactly("low");
        assertThat(((SetDERControl.Response) call(der("middle", 3))).supersededIds())
                .containsExactly("low");
    }

    private static SetDERControl.Request der(String id, int priority) {
        return new SetDERControl.Request(
                false,
                id,
                DERControl.Gradients,
                null,
                null,
                null,
                null,
                null,
                null,
                new Gradient(priority, BigDecimal.TEN, BigDecimal.ONE),
                null,
                null);
    }
}
