package org.ohmstead.simulator;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whose certificates the API of a server may have. */
final class RegistrarTrust {
    private RegistrarTrust() {}

    /** @param roots PEM; null: those of the JDK */
    static SSLContext of(boolean trustsAll, @Nullable Path roots) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    null,
                    trustsAll
                            ? InsecureTrustManagerFactory.INSTANCE.getTrustManagers()
                            : roots == null ? null : of(roots),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificate can be read from " + roots, e);
        }
    }

    private static TrustManager[] of(Path roots) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(roots)) {
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("root-" + number++, each);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
