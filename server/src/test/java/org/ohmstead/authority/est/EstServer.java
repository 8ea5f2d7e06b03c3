package org.ohmstead.authority.est;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.ohmstead.authority.pki.KeyKind;
import org.ohmstead.authority.pki.Signer;

/** A small EST server over real HTTPS: enough of RFC 7030 to ask for certificates, and moods. */
final class EstServer implements AutoCloseable {
    static final String USER = "csms";
    static final String PASSWORD = "s3cret:with-colon";
    private static final char[] PIN = "pin".toCharArray();

    final Signer authority;
    final X509Certificate shown;
    /** Requests as {@code POST /simpleenroll basic CN=...}. */
    final List<String> asked = new ArrayList<>();

    volatile int mood = 200;
    /** Whether it says that it will answer, and no more. */
    volatile boolean stalls;

    /** What it makes of a request. */
    volatile Signing signs = this::sign;

    /** Signs, perhaps what it should not. */
    interface Signing {
        X509Certificate sign(JcaPKCS10CertificationRequest request) throws GeneralSecurityException;
    }

    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpsServer server;

    EstServer(boolean wantsCertificate, X509Certificate... believed) throws IOException, GeneralSecurityException {
        Instant now = Instant.now();
        authority = Signer.root("Example", "External", KeyKind.EC_P256, now, Duration.ofDays(100));
        KeyPair pair = KeyKind.EC_P256.generate();
        X500Name name = new X500Name("CN=est");
        shown = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now.minusSeconds(60)),
                                Date.from(now.plusSeconds(86_400)),
                                name,
                                pair.getPublic())
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")))
                        .build(Signer.contentSigner(pair.getPrivate())));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(pair, believed)) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                tls.setNeedClientAuth(wantsCertificate);
                parameters.setSSLParameters(tls);
            }
        });
        server.createContext("/.well-known/est", this::answer);
        server.start();
    }

    private SSLContext context(KeyPair pair, X509Certificate... believed) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("own", pair.getPrivate(), PIN, new X509Certificate[] {shown});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PIN);
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("own", shown);
        for (int i = 0; i < believed.length; i++) {
            trust.setCertificateEntry("believed-" + i, believed[i]);
        }
        TrustManagerFactory trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusts.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusts.getTrustManagers(), null);
        return context;
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/est";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String operation = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        byte[] body = exchange.getRequestBody().readAllBytes();
        String login = exchange.getRequestHeaders().getFirst("Authorization");
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        asked.add(operation + (expected.equals(login) ? " basic" : login == null ? "" : " wrong"));
        if (stalls) {
            exchange.sendResponseHeaders(200, 4711);
            exchange.getResponseBody().flush();
            await();
            return;
        }
        boolean refused = operation.equals("cacerts") ? false : mood != 200;
        if (refused && !(mood == 410 && operation.equals("simpleenroll"))) {
            exchange.getResponseHeaders().add("Retry-After", "120");
            reply(exchange, mood == 410 ? 403 : mood, mood == 202 ? "" : "not in this mood");
            return;
        }
        try {
            List<X509Certificate> certificates = operation.equals("cacerts")
                    ? authority.chain()
                    : List.of(signs.sign(new JcaPKCS10CertificationRequest(
                            Base64.getMimeDecoder().decode(body))));
            CMSSignedDataGenerator message = new CMSSignedDataGenerator();
            message.addCertificates(new JcaCertStore(certificates));
            exchange.getResponseHeaders().add("Content-Type", "application/pkcs7-mime; smime-type=certs-only");
            reply(
                    exchange,
                    200,
                    Base64.getMimeEncoder()
                            .encodeToString(
                                    message.generate(new CMSAbsentContent()).getEncoded()));
        } catch (GeneralSecurityException | CMSException e) {
            reply(exchange, 500, e.toString());
        }
    }

    X509Certificate sign(JcaPKCS10CertificationRequest request) throws GeneralSecurityException {
        Instant now = Instant.now();
        return authority.issue(
                new Signer.Wish(
                        request.getSubject(),
                        request.getPublicKey(),
                        KeyUsage.digitalSignature,
                        List.of(KeyPurposeId.id_kp_clientAuth),
                        Signer.Links.NONE,
                        now.plus(Duration.ofDays(30))),
                now);
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
