package org.ohmstead.app.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.TlsSettings;

/** TLS at the ports of the server. */
@Schema(name = "ServerTls")
public record ServerTlsView(
        @Schema(description = "The port with TLS for all; null: there is none (tls-port)") @Nullable
        Integer port,

        @Schema(
                description =
                        "The port with the old cipher suites, for stations only; null: there is none (tls-legacy-port)")
        @Nullable
        Integer legacyPort,

        @Schema(
                description = "Where the certificates come from; null: none are served",
                implementation = CertificateSource.Origin.class)
        @Nullable
        String origin,

        List<Certificate> certificates,

        @Schema(description = "When they were read; null: none are served") @Nullable
        Instant loadedAt,

        @Schema(description = "Why what is there now is not served, and the former ones go on; null: all is well")
        @Nullable
        String error,

        @Schema(description = "When that was found") @Nullable
        Instant failedAt,

        @Schema(
                description =
                        "The root, in PEM, that stations have to believe; null: the certificates were not made by the server"
                                + " itself")
        @Nullable
        String rootPem) {

    /** One that is shown. */
    @Schema(name = "ServerCertificate")
    public record Certificate(
            @Schema(description = "Of its key", examples = "EC")
            String algorithm,

            @Schema(description = "Of its key", examples = "256")
            int bits,

            @Schema(examples = "CN=csms.example.com") String subject,

            String issuer,

            @Schema(description = "Host names and addresses that it holds for")
            List<String> names,

            @Schema(description = "In hex") String serialNumber,

            Instant notBefore,

            Instant notAfter,

            @Schema(description = "SHA-256 of it, in hex") String fingerprint) {}

    static ServerTlsView of(TlsSettings settings, ServerCertificates.State state, @Nullable String root) {
        return new ServerTlsView(
                settings.tlsPort() == 0 ? null : settings.tlsPort(),
                settings.tlsLegacyPort() == 0 ? null : settings.tlsLegacyPort(),
                state.served().isEmpty() ? null : state.origin().word(),
                state.served().stream().map(each -> of(each.certificate())).toList(),
                state.loadedAt(),
                state.error(),
                state.failedAt(),
                root);
    }

    private static Certificate of(X509Certificate certificate) {
        return new Certificate(
                certificate.getPublicKey().getAlgorithm(),
                bits(certificate.getPublicKey()),
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                SelfMade.namesOf(certificate).stream().sorted().toList(),
                certificate.getSerialNumber().toString(16),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                fingerprint(certificate));
    }

    private static int bits(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength();
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength();
            default -> 0;
        };
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate has no fingerprint", e);
        }
    }
}
