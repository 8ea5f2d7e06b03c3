package org.ohmstead.simulator.station.network;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a station believes and shows where it speaks TLS (wss://).
 *
 * @param roots    PEM with the authorities that it believes; null: those of the JDK
 * @param version  the only version that it speaks, such as {@code TLSv1.2}; null: 1.2 and 1.3
 * @param identity its certificate and key; null: it shows none
 */
public record ClientTls(
        @Nullable Path roots,
        @Nullable String version,
        @Nullable Identity identity) {

    /** As browsers do it: any version, nothing shown. */
    public static final ClientTls PLAIN = new ClientTls(null, null, null);

    /** In PEM. @param certificates its own first */
    public record Identity(Buffer certificates, Buffer key) {
        /** @param chain its own certificate first */
        public static Identity of(PrivateKey key, List<X509Certificate> chain) {
            StringBuilder certificates = new StringBuilder();
            try {
                for (X509Certificate each : chain) {
                    certificates.append(pem("CERTIFICATE", each.getEncoded()));
                }
            } catch (CertificateEncodingException e) {
                throw new IllegalArgumentException("the certificate cannot be written", e);
            }
            return new Identity(
                    Buffer.buffer(certificates.toString()), Buffer.buffer(pem("PRIVATE KEY", key.getEncoded())));
        }

        private static String pem(String what, byte[] der) {
            String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(der);
            return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
        }
    }

    /** The same, with another certificate. @param other null: none */
    public ClientTls with(@Nullable Identity other) {
        return new ClientTls(roots, version, other);
    }

    boolean isPlain() {
        return equals(PLAIN);
    }

    WebSocketClientOptions apply(WebSocketClientOptions options) {
        options.setEnabledSecureTransportProtocols(version == null ? Set.of("TLSv1.2", "TLSv1.3") : Set.of(version));
        if (roots != null) {
            options.setTrustOptions(new PemTrustOptions().addCertPath(roots.toString()));
        }
        Identity shown = identity;
        if (shown != null) {
            options.setKeyCertOptions(
                    new PemKeyCertOptions().setCertValue(shown.certificates()).setKeyValue(shown.key()));
        }
        return options;
    }
}
