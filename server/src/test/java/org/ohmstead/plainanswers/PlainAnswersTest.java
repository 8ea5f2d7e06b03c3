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
import org.ohmstead.ocpp.v2.Get15118EVCertificate;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusKind;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusRequestInfo;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusSource;
import org.ohmstead.ocpp.v2.HashAlgorithm;
import org.ohmstead.plainanswers.ocpp2.CertificateAnswers2;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;

class PlainAnswersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Caller caller(OcppVersion version) {
        return new Caller(new StationRef(1, 7, "CP-7"), version, 1, "m-1", NOW, ZoneOffset.UTC, List.of());
    }

    @Test
    void the_EV_gets_an_empty_response() {
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

    private static CertificateStatusRequestInfo asked(String serialNumber, CertificateStatusSource source) {
        return new CertificateStatusRequestInfo(
                new CertificateHashData(HashAlgorithm.SHA256, "aa", "bb", serialNumber),
                source,
                List.of("http://pki.example"));
    }
}
