package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.BootNotification;
import org.ohmstead.ocpp.v2.ChangeAvailability;
import org.ohmstead.ocpp.v2.DERControl;
import org.ohmstead.ocpp.v2.DERControlStatus;
import org.ohmstead.ocpp.v2.FirmwareStatusNotification;
import org.ohmstead.ocpp.v2.GetBaseReport;
import org.ohmstead.ocpp.v2.GetDERControl;
import org.ohmstead.ocpp.v2.GetVariables;
import org.ohmstead.ocpp.v2.Gradient;
import org.ohmstead.ocpp.v2.IdToken;
import org.ohmstead.ocpp.v2.NotifyDERStartStop;
import org.ohmstead.ocpp.v2.NotifyReport;
import org.ohmstead.ocpp.v2.NotifySettlement;
import org.ohmstead.ocpp.v2.RequestStartTransaction;
import org.ohmstead.ocpp.v2.RequestStopTransaction;
import org.ohmstead.ocpp.v2.SetDERControl;
import org.ohmstead.ocpp.v2.SetVariables;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.ocpp.v2.TransactionEvent.ChargingState;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.OutletState;
import org.ohmstead.simulator.station.SampleMessages;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.time.ManualTime;

class Commands2Test {
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

    @Test
    void a_scheduled_grid_control_begins_and_ends_and_is_forgotten() {
        station(OcppVersion.V21);
        call(OcppVersion.V21, "SetDERControl", """
            {"controlId":"HOUR","isDefault":false,"controlType":"FixedVar","fixedVar":{"priority":1,"setpoint":5,
            "unit":"PctMaxW","startTime":"2026-03-01T12:10:00Z","duration":600}}\
            """);
        time.advance(Duration.ofMinutes(9));
        assertThat(csms.heard(NotifyDERStartStop.Request.class)).isEmpty();
        time.advance(Duration.ofMinutes(2));
        TinyCsms.await(
                "begun", () -> csms.heard(NotifyDERStartStop.Request.class).size() == 1);
        time.advance(Duration.ofMinutes(20));
        TinyCsms.await(
                "ended", () -> csms.heard(NotifyDERStartStop.Request.class).size() == 2);
        assertThat(csms.heard(NotifyDERStartStop.Request.class))
                .extracting(NotifyDERStartStop.Request::started)
                .containsExactly(true, false);
        assertThat(((GetDERControl.Response) call(new GetDERControl.Request(1))).status())
                .isEqualTo(DERControlStatus.NotFound);
        assertThat(csms.deviations()).isEmpty();
    }

    @Test
    void who_pays_at_the_terminal_is_charged_what_the_station_has_calculated() {
        SimStation station = station(OcppVersion.V21);
        call(station.samples().toStation("SetDefaultTariff"));
        station.plugIn(1);
        station.authorize(new Token("PSP-1", "DirectPayment", null));
        station.start(1);
        time.advance(Duration.ofHours(1));
        station.stop(1);
        station.awaitDelivered();
        TinyCsms.await(
                "settled", () -> csms.heard(NotifySettlement.Request.class).size() == 1);
        NotifySettlement.Request settled =
                csms.heard(NotifySettlement.Request.class).getFirst();
        TransactionEvent.Request ended =
                csms.heard(TransactionEvent.Request.class).getLast();
        assertThat(settled.pspRef()).isEqualTo("PSP-1");
        assertThat(settled.settlementAmount())
                .isEqualTo(ended.costDetails().totalCost().total().inclTax());
        assertThat(settled.transactionId()).isEqualTo(ended.transactionInfo().transactionId());
        assertThat(csms.deviations()).isEmpty();
    }

    @Test
    void a_periodic_monitor_with_a_stream_sends_its_values_until_it_is_cleared() {
        station(OcppVersion.V21);
        call(OcppVersion.V21, "SetVariableMonitoring", """
            {"setMonitoringData":[{"value":10,"type":"Periodic","severity":5,"periodicEventStream":{"interval":10},
            "component":{"name":"EVSE","evse":{"id":1}},"variable":{"name":"Power"}}]}\
            """);
        TinyCsms.await("opened", () -> csms.actions().contains("OpenPeriodicEventStream"));
        assertThat(call(OcppVersion.V21, "GetPeriodicEventStream", "{}").toString())
                .contains("interval=10");
        time.advance(Duration.ofSeconds(30));
        TinyCsms.await("three values", () -> values() == 3);
        call(OcppVersion.V21, "ClearVariableMonitoring", "{\"id\":[1]}");
        time.advance(Duration.ofSeconds(30));
        assertThat(values()).isEqualTo(3);
        assertThat(csms.deviations()).isEmpty();
    }

    private long values() {
        return csms.actions().stream()
                .filter("NotifyPeriodicEventStream"::equals)
                .count();
    }

    @Test
    void an_update_of_the_firmware_tells_its_states_and_boots_with_the_new_version() {
        SimStation station = station(OcppVersion.V201);
        call(station.samples().toStation("UpdateFirmware"));
        TinyCsms.await("second boot", () -> {
            time.advance(
                    Duration.ofMinutes(1)); // all states at once: each has to wait for the answer to the one before
            return csms.heard(BootNotification.Request.class).size() == 2;
        });
        assertThat(csms.heard(FirmwareStatusNotification.Request.class))
                .extracting(state -> state.status().name())
                .containsExactly("Downloading", "Downloaded", "SignatureVerified", "Installing", "Installed");
        BootNotification.Request boot =
                csms.heard(BootNotification.Request.class).getLast();
        assertThat(boot.reason()).isEqualTo(BootNotification.BootReason.FirmwareUpdate);
        assertThat(boot.chargingStation().firmwareVersion()).isEqualTo("1.1.0");
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
