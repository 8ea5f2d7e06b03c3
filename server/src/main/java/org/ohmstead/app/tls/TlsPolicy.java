package org.ohmstead.app.tls;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * What is spoken on the ports with TLS: 1.2 and 1.3, with suites that keep secret what was said when a key is lost later. The
 * old suites without that, which the certification for 2.0.1 asks for (A00.FR.318), are spoken on a port of their own only.
 */
public final class TlsPolicy {
    /** A00.FR.318, and how the JDK names them as a whole where it forbids them. */
    private static final List<String> OLD_SUITES =
            List.of("TLS_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_GCM_SHA256");

    private static final String OLD = "TLS_RSA_";
    private static final String DISABLED = "jdk.tls.disabledAlgorithms";

    private TlsPolicy() {}

    /**
     * What counts for the whole process, and so must be said before TLS is first used.
     *
     * @param oldSuites whether some port will speak them: the JDK forbids them everywhere else
     */
    public static void prepare(boolean oldSuites) {
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true"); // it costs us much and them little
        if (oldSuites) {
            String disabled = String.valueOf(Security.getProperty(DISABLED));
            Security.setProperty(
                    DISABLED,
                    Arrays.stream(disabled.split(","))
                            .map(String::strip)
                            .filter(word -> !word.startsWith(OLD))
                            .collect(Collectors.joining(", ")));
        }
    }

    /**
     * @param handshakeTimeout until TLS is agreed
     * @param oldSuites        whether the old suites are spoken as well
     */
    public static HttpServerOptions apply(
            HttpServerOptions options, ServerCertificates certificates, Duration handshakeTimeout, boolean oldSuites) {
        suites(oldSuites).forEach(options::addEnabledCipherSuite);
        options.setSsl(true)
                .setUseAlpn(false) // HTTP/1.1 is all that is spoken
                // All names are shown the same, but so nothing of TLS is made before a whole ClientHello has come:
                // thousands
                // that never come must cost those who are in nothing.
                .setSni(true)
                // Signing takes a millisecond and more; the event loop has stations to serve meanwhile.
                .setSslEngineOptions(new JdkSSLEngineOptions().setUseWorkerThread(true))
                .setClientAuth(ClientAuth.REQUEST)
                .setKeyCertOptions(KeyCertOptions.wrap(certificates.keys()))
                // TLS proves that a station has the key. Who has signed its certificate is judged by the stations'
                // door, which
                // knows which station it says to be, and can say why it is refused; a browser without one gets in as
                // well.
                .setTrustOptions(
                        TrustOptions.wrap(InsecureTrustManagerFactory.INSTANCE.getTrustManagers()[0]))
                .setEnabledSecureTransportProtocols(oldSuites ? Set.of("TLSv1.2") : Set.of("TLSv1.2", "TLSv1.3"))
                .setSslHandshakeTimeout(handshakeTimeout.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        return options;
    }

    private static List<String> suites(boolean oldSuites) {
        try {
            String[] usual = SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites();
            Stream<String> modern = Arrays.stream(usual).filter(suite -> !suite.startsWith(OLD));
            return Stream.concat(modern, oldSuites ? OLD_SUITES.stream() : Stream.of())
                    .toList();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }
}
