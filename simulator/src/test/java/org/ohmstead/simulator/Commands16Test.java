package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.ocpp.v16.DeleteCertificate;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.ocpp.v16.GetInstalledCertificateIds;
import org.ohmstead.ocpp.v16.RemoteStartTransaction;
import org.ohmstead.ocpp.v16.RemoteStopTransaction;
import org.ohmstead.ocpp.v16.ReserveNow;
import org.ohmstead.ocpp.v16.SendLocalList;
import org.ohmstead.ocpp.v16.StartTransaction;
import org.ohmstead.ocpp.v16.StatusNotification;
import org.ohmstead.ocpp.v16.StopTransaction;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.OutletState;
import org.ohmstead.simulator.station.SampleMessages;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.time.ManualTime;

class Commands16Test {
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
    void an_installed_certificate_is_listed_and_deleted_by_its_hashes() {
        SimStation station = station(OcppVersion.V16);
        call(station.samples().toStation("InstallCertificate"));
        var listed =
                (GetInstalledCertificateIds.Response) call(station.samples().toStation("GetInstalledCertificateIds"));
        assertThat(listed.certificateHashData()).singleElement().satisfies(hash -> assertThat(hash.serialNumber())
                .isEqualToIgnoringCase("33E812E2F2DEEDD21104D541D488011A46DB3D69"));
        assertThat(call(new DeleteCertificate.Request(
                                listed.certificateHashData().getFirst()))
                        .toString())
                .contains("Accepted");
        assertThat(call(station.samples().toStation("GetInstalledCertificateIds"))
                        .toString())
                .contains("NotFound");
    }
}
