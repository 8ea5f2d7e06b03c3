package org.ohmstead.app.socket.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.app.socket.EndpointHarness;
import org.ohmstead.app.socket.RawStation;

/** What proxies say about the TLS of a station, and who is believed. */
class TransportsTest {
    private static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBdDCCARmgAwIBAgIUQ6h0DhY8cWvOfXTIjO3zI9D2nYwwCgYIKoZIzj0EAwIw
            -----END CERTIFICATE-----
            """;
    private static final X509Certificate CERTIFICATE = SampleCertificate.make();
    private static final String HEADER = "X-Client";

    static Stream<String> forms() throws CertificateException {
        String base64 = Base64.getEncoder().encodeToString(CERTIFICATE.getEncoded());
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(CERTIFICATE.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        String escaped = URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20");
        return Stream.of(
                base64,
                ":" + base64 + ":",
                pem.replace("\n", " "),
                escaped,
                escaped.replace("%2B", "+"),
                "By=spiffe://x;Hash=468e;Cert=\"" + escaped + "\";Subject=\"CN=CP-1\";URI=",
                "Hash=1;Chain=\"" + escaped + "\",Hash=468e;Cert=\"" + escaped + "\"");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void the_forms_that_proxies_write_are_understood(String header) {
        assertThat(ShownCertificates.read(header)).containsExactly(CERTIFICATE);
    }

    @Test
    void what_is_none_is_none() {
        for (String header : List.of("", "(null)", "%zz", PEM, ":::", "Cert=\"\"", "x".repeat(100_000))) {
            assertThat(ShownCertificates.read(header)).as(header).isEmpty();
        }
    }

    @Test
    void a_trusted_proxy_is_believed() throws IOException, CertificateException {
        Transport transport = knock(
                new String[] {"--trusted-proxies=127.0.0.1", "--proxy-certificate-header=" + HEADER},
                HEADER + ": " + forms().findFirst().orElseThrow());
        assertThat(transport).isEqualTo(new Transport(true, List.of(CERTIFICATE)));
    }

    @Test
    void nobody_else_is() throws IOException, CertificateException {
        Transport transport = knock(
                new String[] {"--trusted-proxies=10.0.0.1", "--proxy-certificate-header=" + HEADER},
                HEADER + ": " + forms().findFirst().orElseThrow(),
                "X-Forwarded-Proto: https");
        assertThat(transport).isEqualTo(Transport.PLAIN);
    }

    @Test
    void a_header_that_stands_twice_says_nothing() throws IOException, CertificateException {
        String certificate = forms().findFirst().orElseThrow();
        Transport transport = knock(
                new String[] {"--trusted-proxies=127.0.0.1", "--proxy-certificate-header=" + HEADER},
                HEADER + ": " + certificate,
                HEADER + ": " + certificate);
        assertThat(transport).isEqualTo(Transport.PLAIN);
    }

    @Test
    void a_proxy_says_in_which_scheme_it_was_asked() throws IOException {
        String[] flags = {"--trusted-proxies=127.0.0.1"};
        assertThat(knock(flags, "X-Forwarded-Proto: https").tls()).isTrue();
        assertThat(knock(flags, "X-Forwarded-Proto: wss").tls()).isTrue();
        assertThat(knock(flags, "X-Forwarded-Proto: https, http").tls()).isFalse();
        assertThat(knock(flags, "Forwarded: for=192.0.2.1;proto=https").tls()).isTrue();
        assertThat(knock(flags, "X-Forwarded-For: 192.0.2.1").tls()).isFalse();
    }

    private static Transport knock(String[] flags, String... headers) throws IOException {
        try (EndpointHarness server = new EndpointHarness(flags);
                RawStation station = RawStation.dial(server.port(), "/ocpp/CP-1", headers)) {
            assertThat(station.status()).isEqualTo(101);
            return server.seen.getFirst().transport();
        }
    }

    /** One of somebody. */
    private static final class SampleCertificate {
        private static final String DER =
                "MIIBmjCCAT+gAwIBAgIUTmOZwlwgCMTN48Wg+sBLeGRnrjEwCgYIKoZIzj0EAwIwITENMAsGA1UEAwwEQ1AtMTEQMA"
                        + "4GA1UECgwHRXhhbXBsZTAgFw0yNjEyMDEwNzM5MDlaGA8yMTI2MTEwNzA3MzkwOVowITENMAsGA1UEAwwEQ1AtMTEQ"
                        + "MA4GA1UECgwHRXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEpiLgx6auKgFpjNla5CGhWXRg5AYDW968"
                        + "uMlX+SOrs+7w0Uup57XPmj7KlAvNOMCWFd5A1UzNmP7SjEg/VawlqjUzBRMB0GA1UdDgQWBBS9OJ6KNMi0Lp1QpW5c"
                        + "ZcjMWM38EjAfBgNVHSMEGDAWgBS9OJ6KNMi0Lp1QpW5cZcjMWM38EjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BA"
                        + "MCA0kAMEYCIQDYqy+cT3a6Lu9J8uRL/yBCTbqvrcrA3N6W9RK8J3x9BwIhAJGXSR5zrsLz32J2nWxybPgL4Vxd1RaI"
                        + "xxZCJcxbJP2K";

        static X509Certificate make() {
            try {
                return (X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(Base64.getDecoder().decode(DER)));
            } catch (CertificateException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
