package org.ohmstead.app.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.ohmstead.app.socket.RawStation;

/** A client that believes one root, and may show a certificate of its own. */
final class TlsClient {
    private final SSLContext context;

    TlsClient(X509Certificate root) {
        this(root, new KeyManager[0]);
    }

    private TlsClient(X509Certificate root, KeyManager[] keys) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("root", root);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static TlsClient showing(X509Certificate root, PrivateKey key, X509Certificate... chain) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", key, new char[0], chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            return new TlsClient(root, keys.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shakes hands as this version, with these suites and signatures if any. */
    SSLSocket connect(int port, String version, List<String> suites, List<String> signatures) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        SSLParameters wanted = socket.getSSLParameters();
        wanted.setProtocols(new String[] {version});
        wanted.setEndpointIdentificationAlgorithm("HTTPS");
        if (!suites.isEmpty()) {
            wanted.setCipherSuites(suites.toArray(new String[0]));
        }
        if (!signatures.isEmpty()) {
            wanted.setSignatureSchemes(signatures.toArray(new String[0]));
        }
        socket.setSSLParameters(wanted);
        socket.startHandshake();
        return socket;
    }

    SSLSocket connect(int port) throws IOException {
        return connect(port, "TLSv1.3", List.of(), List.of());
    }

    /** A station's handshake over TLS. */
    RawStation dial(int port, String identity) throws IOException {
        RawStation station = new RawStation(connect(port));
        station.askFor("/ocpp/" + identity, "Sec-WebSocket-Protocol: ocpp1.6");
        station.readHead();
        return station;
    }

    static X509Certificate shownBy(SSLSocket socket) throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
}
