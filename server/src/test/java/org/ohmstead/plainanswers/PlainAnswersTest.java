package org.ohmstead.plainanswers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.SignCertificate;
import org.ohmstead.plainanswers.ocpp16.PlainAnswers16;
import org.ohmstead.plainanswers.ocpp2.CertificateAnswers2;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;

class PlainAnswersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Caller caller(OcppVersion version) {
        return new Caller(new StationRef(1, 7, "CP-7"), version, 1, "m-1", NOW, ZoneOffset.UTC, List.of());
    }

    @Test
    void nobody_signs_certificates() {
        assertThat(PlainAnswers16.signCertificate(
                                caller(OcppVersion.V16), new org.ohmstead.ocpp.v16.SignCertificate.Request("CSR"))
                        .status())
                .isEqualTo(org.ohmstead.ocpp.v16.SignCertificate.GenericStatus.Rejected);
        assertThat(CertificateAnswers2.signCertificate(caller(OcppVersion.V201), new SignCertificate.Request("CSR"))
                        .status())
                .isEqualTo(GenericStatus.Rejected);
    }
}
