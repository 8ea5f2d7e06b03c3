package org.ohmstead.authority.est;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom this server believes at an EST server, and what it shows there. */
final class EstTls {
    private static final char[] IN_MEMORY = "in memory".toCharArray();

    private EstTls() {}

    /**
     * @param trust  from which the server's certificate has to descend; none: those of the Java runtime
     * @param client that are shown, the own one first; none: nothing is shown
     * @param key    of the first of them
     */
    static SSLContext context(List<X509Certificate> trust, List<X509Certificate> client, @Nullable PrivateKey key) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown(client, key), trust.isEmpty() ? null : believed(trust), null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static TrustManager[] believed(List<X509Certificate> trust) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < trust.size(); i++) {
            store.setCertificateEntry("trust-" + i, trust.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] shown(List<X509Certificate> client, @Nullable PrivateKey key)
            throws GeneralSecurityException, IOException {
        if (client.isEmpty() || key == null) {
            return null;
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("client", key, IN_MEMORY, client.toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, IN_MEMORY);
        return factory.getKeyManagers();
    }
}
