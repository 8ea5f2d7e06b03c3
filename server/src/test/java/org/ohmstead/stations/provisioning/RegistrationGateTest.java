package org.ohmstead.stations.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.access.Actor;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v16.ExtendedTriggerMessage;
import org.ohmstead.ocpp.v2.GetBaseReport;
import org.ohmstead.ocpp.v2.GetReport;
import org.ohmstead.ocpp.v2.TriggerMessage;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.FakeLink;
import org.ohmstead.stations.ProvisioningSettings;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.StationConfig;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.securityprofiles.Contact;
import org.ohmstead.stations.securityprofiles.Proof;

class RegistrationGateTest {
    private final TestStations slice = new TestStations();
    private final StationRef cp7 = slice.station("CP-7");

    @AfterEach
    void close() {
        slice.close();
    }

    /** behaviour 3.2, incoming: what the operator decided, what the last boot was answered, what may pass. */
    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, ACCEPTED, passes",
        "ACCEPTED, PENDING,  refused", // it still believes to be pending, until it boots again
        "ACCEPTED, REJECTED, refused",
        "ACCEPTED, NONE,     refused",
        "PENDING,  ACCEPTED, refused", // put on hold by the operator
        "PENDING,  PENDING,  refused",
        "PENDING,  REJECTED, refused",
        "PENDING,  NONE,     refused",
        "REJECTED, ACCEPTED, refused",
        "REJECTED, PENDING,  refused",
        "REJECTED, REJECTED, refused",
        "REJECTED, NONE,     refused",
    })
    void incoming(Admission now, Registration answered, String expected) {
        registered(answered);
        slice.admission(cp7, now);
        for (OcppVersion version : OcppVersion.values()) {
            assertThat(refusal(version, "BootNotification")).isEmpty();
            for (String action : new String[] {"Heartbeat", "Authorize", "MeterValues", "MakeCoffee", ""}) {
                assertThat(refusal(version, action).map(CallRefused::code))
                        .as(version + " " + action)
                        .isEqualTo(expected.equals("passes") ? Optional.empty() : Optional.of(ErrorCode.SecurityError));
            }
        }
    }

    /** behaviour 3.2, outgoing. */
    @ParameterizedTest
    @CsvSource({
        "TriggerMessage,             true",
        "ExtendedTriggerMessage,     true",
        "GetConfiguration,           true",
        "ChangeConfiguration,        true",
        "GetVariables,               true",
        "SetVariables,               true",
        "GetBaseReport,              true",
        "GetReport,                  true",
        "CertificateSigned,          true",
        "InstallCertificate,         true",
        "DeleteCertificate,          true",
        "GetInstalledCertificateIds, true",
        "RemoteStartTransaction,     false",
        "RemoteStopTransaction,      false",
        "RequestStartTransaction,    false",
        "RequestStopTransaction,     false",
        "UnlockConnector,            false",
        "SetChargingProfile,         false",
    })
    void outgoing_while_pending(String action, boolean allowed) {
        registered(Registration.PENDING);
        assertThat(slice.gate.maySend(cp7, action)).isEqualTo(allowed);
        registered(Registration.REJECTED);
        assertThat(slice.gate.maySend(cp7, action)).isFalse();
        registered(Registration.ACCEPTED);
        assertThat(slice.gate.maySend(cp7, action)).isTrue();
    }

    @Test // field note 73, F06
    void a_pending_station_may_send_what_it_was_triggered_for_and_nothing_else() {
        registered(Registration.PENDING);
        slice.gate.sending(cp7, new TriggerMessage.Request(TriggerMessage.MessageTrigger.StatusNotification));
        assertThat(refusal(V201, "StatusNotification")).isEmpty();
        assertThat(refusal(V201, "StatusNotification")).isEmpty(); // one for each connector
        assertThat(refusal(V21, "NotifyEvent")).isEmpty(); // 2.1's way to say the same
        assertThat(refusal(V201, "Heartbeat")).isPresent();
    }

    @Test // A02: the trigger has another name than what it triggers
    void a_triggered_certificate_request_may_come() {
        registered(Registration.PENDING);
        slice.gate.sending(
                cp7, new TriggerMessage.Request(TriggerMessage.MessageTrigger.SignChargingStationCertificate));
        assertThat(refusal(V201, "SignCertificate")).isEmpty();
    }

    @Test
    void the_triggers_of_1_6_and_its_security_extension_count_too() {
        registered(Registration.PENDING);
        slice.gate.sending(
                cp7,
                new ExtendedTriggerMessage.Request(ExtendedTriggerMessage.MessageTrigger.SignChargePointCertificate));
        slice.gate.sending(
                cp7,
                new org.ohmstead.ocpp.v16.TriggerMessage.Request(
                        org.ohmstead.ocpp.v16.TriggerMessage.MessageTrigger.MeterValues));
        assertThat(refusal(V16, "SignCertificate")).isEmpty();
        assertThat(refusal(V16, "MeterValues")).isEmpty();
        assertThat(refusal(V16, "StartTransaction")).isPresent();
    }

    @Test // B02.FR.02, field note 73
    void a_pending_station_may_send_all_pages_of_a_report_that_was_asked_for() {
        registered(Registration.PENDING);
        assertThat(refusal(V201, "NotifyReport")).isPresent();
        slice.gate.sending(cp7, new GetBaseReport.Request(1, GetBaseReport.ReportBase.FullInventory));
        for (int page = 0; page < 20; page++) {
            slice.clock.advance(Duration.ofMinutes(4));
            assertThat(refusal(V201, "NotifyReport")).isEmpty();
        }
        slice.clock.advance(Duration.ofMinutes(6));
        assertThat(refusal(V201, "NotifyReport")).isPresent();
        slice.gate.sending(cp7, new GetReport.Request(2));
        assertThat(refusal(V201, "NotifyReport")).isEmpty();
    }

    @Test
    void a_rejected_station_has_no_exemptions() {
        registered(Registration.PENDING);
        slice.gate.expect(cp7, "Heartbeat");
        assertThat(refusal(V16, "Heartbeat")).isEmpty();
        registered(Registration.REJECTED);
        assertThat(refusal(V16, "Heartbeat")).isPresent();
        registered(Registration.PENDING);
        assertThat(refusal(V16, "Heartbeat")).isPresent();
    }

    @ParameterizedTest // field note 66
    @EnumSource(OcppVersion.class)
    void a_station_that_never_boots_is_refused_first_and_served_after_the_grace_time(OcppVersion version) {
        FakeLink link = slice.connect(cp7, version);
        assertThat(refusal(version, "Heartbeat").map(CallRefused::code)).contains(ErrorCode.SecurityError);
        slice.clock.advance(Duration.ofSeconds(29));
        assertThat(refusal(version, "Heartbeat")).isPresent();
        slice.clock.advance(Duration.ofSeconds(1));
        assertThat(refusal(version, "Heartbeat")).isEmpty();

        assertThat(link.calls).singleElement().asString().contains("BootNotification");

        link = slice.connect(cp7, version); // from now on it is one that merely reconnects
        assertThat(refusal(version, "Heartbeat")).isEmpty();
        assertThat(slice.now(cp7).registration()).isEqualTo(Registration.ACCEPTED);
        assertThat(slice.now(cp7).times().lastBootAt()).isNull();
        assertThat(link.calls).isEmpty(); // field note 69
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_station_that_never_boots_is_never_served_in_strict_mode_or_by_setting(boolean strict) {
        ProvisioningSettings settings =
                ProvisioningSettings.defaults().withServeUnbooted(strict, Duration.ofSeconds(30));
        try (TestStations other = new TestStations(settings)) {
            StationRef ref = other.station("CP-8");
            other.stations.configure(
                    Actor.LOCAL, ref, new StationConfig(null, Admission.ACCEPTED, strict, null, null, null));
            other.connect(ref, V201);
            other.clock.advance(Duration.ofHours(1));
            assertThat(other.gate.refusal(other.caller(ref, V201), "Heartbeat")).isPresent();
        }
    }

    @Test
    void a_station_that_was_accepted_and_reconnects_is_served_without_a_boot() {
        registered(Registration.ACCEPTED);
        slice.connect(cp7, V201);
        assertThat(refusal(V201, "TransactionEvent")).isEmpty();
    }

    @Test
    void a_station_that_was_deleted_is_refused_and_sent_nothing() {
        slice.stations.delete(Actor.LOCAL, cp7, any -> {});
        assertThat(refusal(V16, "Heartbeat")).isPresent();
        assertThat(slice.gate.maySend(cp7, "Reset")).isFalse();
    }

    @Test
    void the_hot_way_asks_the_database_nothing() {
        registered(Registration.ACCEPTED);
        assertThat(refusal(V16, "Heartbeat")).isEmpty();
        slice.database.close();
        assertThat(refusal(V16, "Heartbeat")).isEmpty();
    }

    /** Brings the station to the state in which its last boot got this answer. */
    @ParameterizedTest
    @EnumSource(
            value = Registration.class,
            names = {"ACCEPTED", "PENDING"})
    void one_that_is_here_with_an_expired_certificate_may_renew_it_and_nothing_else(Registration answered) {
        registered(answered);
        slice.admission(cp7, Admission.ACCEPTED);
        slice.security.connected(cp7, certificate(slice.clock.instant().minusSeconds(60)));
        assertThat(refusal(V201, "SignCertificate")).isEmpty();
        assertThat(refusal(V201, "BootNotification")).isEmpty();
        for (String action : new String[] {"Heartbeat", "TransactionEvent", "Authorize"}) {
            assertThat(refusal(V201, action).map(CallRefused::code)).hasValue(ErrorCode.SecurityError);
        }
        assertThat(slice.gate.isKnownToBeOpen(slice.caller(cp7, V201))).isFalse();
        assertThat(slice.gate.maySend(cp7, "RequestStartTransaction")).isFalse();
        assertThat(slice.gate.maySend(cp7, "TriggerMessage")).isTrue();
        assertThat(slice.gate.maySend(cp7, "CertificateSigned")).isTrue();
        slice.admission(cp7, Admission.PENDING);
        assertThat(refusal(V201, "SignCertificate")).isPresent();
        slice.admission(cp7, Admission.ACCEPTED);
        slice.security.connected(cp7, certificate(slice.clock.instant().plusSeconds(60)));
        assertThat(refusal(V201, "Heartbeat").isPresent()).isEqualTo(answered == Registration.PENDING);
    }

    private static Contact certificate(Instant until) {
        return new Contact(3, Proof.CERTIFICATE, true, null, new Contact.Certificate("CN=CP-7", "CP-7", until));
    }

    private void registered(Registration answered) {
        if (answered != Registration.NONE) {
            slice.admission(cp7, Admission.valueOf(answered.name()));
            slice.boots.boot(slice.caller(cp7, V16), BootFacts.NONE);
        }
    }

    private Optional<CallRefused> refusal(OcppVersion version, String action) {
        return slice.gate.refusal(slice.caller(cp7, version), action);
    }
}
