package org.ohmstead.plainanswers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.v2.CertificateHashData;
import org.ohmstead.ocpp.v2.ChargingProfileStatus;
import org.ohmstead.ocpp.v2.ConstantStreamData;
import org.ohmstead.ocpp.v2.EnergyTransferMode;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.Get15118EVCertificate;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusKind;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusRequestInfo;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusSource;
import org.ohmstead.ocpp.v2.HashAlgorithm;
import org.ohmstead.ocpp.v2.NotifyEVChargingNeeds;
import org.ohmstead.ocpp.v2.NotifyEVChargingNeeds.ChargingNeeds;
import org.ohmstead.ocpp.v2.NotifyEVChargingNeeds.NotifyEVChargingNeedsStatus;
import org.ohmstead.ocpp.v2.OpenPeriodicEventStream;
import org.ohmstead.ocpp.v2.PeriodicEventStreamParams;
import org.ohmstead.ocpp.v2.PullDynamicScheduleUpdate;
import org.ohmstead.ocpp.v2.SignCertificate;
import org.ohmstead.ocpp.v2.VatNumberValidation;
import org.ohmstead.plainanswers.ocpp16.PlainAnswers16;
import org.ohmstead.plainanswers.ocpp2.CertificateAnswers2;
import org.ohmstead.plainanswers.ocpp2.PlainAnswers2;
import org.ohmstead.plainanswers.ocpp2.SmartChargingAnswers2;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;

class PlainAnswersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Caller caller(OcppVersion version) {
        return new Caller(new StationRef(1, 7, "CP-7"), version, 1, "m-1", NOW, ZoneOffset.UTC, List.of());
    }

    @Test
    void needs_of_an_EV_get_no_profile_in_the_words_of_each_version() {
        var needs = new NotifyEVChargingNeeds.Request(new ChargingNeeds(EnergyTransferMode.DC), 1);
        assertThat(SmartChargingAnswers2.notifyEVChargingNeeds(caller(OcppVersion.V201), needs)
                        .status())
                .isEqualTo(NotifyEVChargingNeedsStatus.Rejected);
        assertThat(SmartChargingAnswers2.notifyEVChargingNeeds(caller(OcppVersion.V21), needs)
                        .status())
                .isEqualTo(NotifyEVChargingNeedsStatus.NoChargingProfile);
    }

    @Test
    void a_dynamic_profile_that_was_never_sent_is_an_invalid_one() {
        var answer = SmartChargingAnswers2.pullDynamicScheduleUpdate(
                caller(OcppVersion.V21), new PullDynamicScheduleUpdate.Request(5));
        assertThat(answer.status()).isEqualTo(ChargingProfileStatus.Rejected);
        assertThat(answer.statusInfo().reasonCode()).isEqualTo("InvalidProfile");
        assertThat(answer.scheduleUpdate()).isNull();
    }

    @Test
    void nobody_signs_certificates_and_the_EV_gets_an_empty_response() {
        assertThat(PlainAnswers16.signCertificate(
                                caller(OcppVersion.V16), new org.ohmstead.ocpp.v16.SignCertificate.Request("CSR"))
                        .status())
                .isEqualTo(org.ohmstead.ocpp.v16.SignCertificate.GenericStatus.Rejected);
        assertThat(CertificateAnswers2.signCertificate(caller(OcppVersion.V201), new SignCertificate.Request("CSR"))
                        .status())
                .isEqualTo(GenericStatus.Rejected);
        var answer = CertificateAnswers2.get15118EVCertificate(
                caller(OcppVersion.V201),
                new Get15118EVCertificate.Request("urn", Get15118EVCertificate.CertificateAction.Install, "gJgC"));
        assertThat(answer.status()).isEqualTo(Get15118EVCertificate.Iso15118EVCertificateStatus.Failed);
        assertThat(answer.exiResponse()).isEmpty();
    }

    @Test
    void each_certificate_of_a_chain_gets_its_own_verdict_in_the_order_of_the_request() {
        var answer = CertificateAnswers2.getCertificateChainStatus(
                caller(OcppVersion.V21),
                new GetCertificateChainStatus.Request(
                        List.of(asked("1", CertificateStatusSource.OCSP), asked("2", CertificateStatusSource.CRL))));
        assertThat(answer.certificateStatus())
                .extracting(status -> status.certificateHashData().serialNumber())
                .containsExactly("1", "2");
        assertThat(answer.certificateStatus())
                .allSatisfy(status -> assertThat(status.status()).isEqualTo(CertificateStatusKind.Failed))
                .allSatisfy(status -> assertThat(status.nextUpdate()).isAfter(NOW));
    }

    @Test
    void a_chain_that_cannot_be_repeated_in_a_valid_answer_is_refused() {
        for (List<CertificateStatusRequestInfo> chain : List.of(
                List.<CertificateStatusRequestInfo>of(),
                Collections.nCopies(5, asked("1", CertificateStatusSource.OCSP)),
                List.of(asked("1".repeat(41), CertificateStatusSource.OCSP)))) {
            assertThatThrownBy(() -> CertificateAnswers2.getCertificateChainStatus(
                            caller(OcppVersion.V21), new GetCertificateChainStatus.Request(chain)))
                    .isInstanceOf(CallRefused.class);
        }
    }

    @Test
    void a_vat_number_is_not_confirmed_and_comes_back_with_its_EVSE() {
        var answer = PlainAnswers2.vatNumberValidation(
                caller(OcppVersion.V21), new VatNumberValidation.Request("DE123456789", 3));
        assertThat(answer.status()).isEqualTo(GenericStatus.Rejected);
        assertThat(answer.vatNumber()).isEqualTo("DE123456789");
        assertThat(answer.evseId()).isEqualTo(3);
        assertThatThrownBy(() -> PlainAnswers2.vatNumberValidation(
                        caller(OcppVersion.V21), new VatNumberValidation.Request("1".repeat(21))))
                .isInstanceOf(CallRefused.class);
    }

    @Test
    void a_stream_is_turned_down_so_that_the_station_sends_its_events_one_by_one() {
        var answer = PlainAnswers2.openPeriodicEventStream(
                caller(OcppVersion.V21),
                new OpenPeriodicEventStream.Request(
                        new ConstantStreamData(1, new PeriodicEventStreamParams(10, null), 2)));
        assertThat(answer.status()).isEqualTo(GenericStatus.Rejected);
    }

    private static CertificateStatusRequestInfo asked(String serialNumber, CertificateStatusSource source) {
        return new CertificateStatusRequestInfo(
                new CertificateHashData(HashAlgorithm.SHA256, "aa", "bb", serialNumber),
                source,
                List.of("http://pki.example"));
    }
}
