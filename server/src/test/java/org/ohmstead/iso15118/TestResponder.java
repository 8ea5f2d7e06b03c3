package org.ohmstead.iso15118;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** An OCSP responder, and whatever else a URL may lead to. */
public final class TestResponder implements AutoCloseable {
    /** How it behaves. */
    public enum Mood {
        GOOD,
        REVOKED,
        UNKNOWN,
        TRY_LATER,
        GARBAGE,
        SILENT,
        HUGE,
        OTHER_CERTIFICATE,
        STALE,
        NOT_FOUND
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final TestPki signer;
    private volatile Mood mood = Mood.GOOD;
    private volatile @Nullable Instant next = TestPki.NOW.plus(Duration.ofHours(12));
    private volatile @Nullable String redirect;
    private volatile byte @Nullable [] file;
    public final AtomicInteger asked = new AtomicInteger();

    public TestResponder(TestPki signer) {
        this.signer = signer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/ocsp";
    }

    public TestResponder is(Mood mood) {
        this.mood = mood;
        return this;
    }

    /** When it says something newer; null: at any time. */
    public void next(@Nullable Instant time) {
        next = time;
    }

    public void redirect(String url) {
        redirect = url;
    }

    /** What it gives to whoever asks. */
    public void file(byte[] content) {
        file = content;
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (redirect != null) {
            exchange.getResponseHeaders().add("Location", redirect);
            exchange.sendResponseHeaders(302, -1);
        } else if (mood == Mood.SILENT) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        } else {
            byte[] answer = file != null ? file : answer(body);
            exchange.sendResponseHeaders(mood == Mood.NOT_FOUND ? 404 : 200, mood == Mood.GARBAGE ? 0 : answer.length);
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private byte[] answer(byte[] body) throws IOException {
        if (mood == Mood.GARBAGE || mood == Mood.HUGE) {
            return "no response".repeat(mood == Mood.HUGE ? 100_000 : 1).getBytes();
        }
        if (mood == Mood.TRY_LATER) {
            return new Answers().failed(OCSPRespBuilder.TRY_LATER);
        }
        return new Answers().answered(new OCSPReq(body));
    }

    /** Makes its answers. */
    private final class Answers {
        byte[] failed(int status) throws IOException {
            try {
                return new OCSPRespBuilder().build(status, null).getEncoded();
            } catch (OCSPException e) {
                throw new IOException(e);
            }
        }

        byte[] answered(OCSPReq request) throws IOException {
            try {
                DigestCalculator sha1 = new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1);
                BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(
                        SubjectPublicKeyInfo.getInstance(
                                signer.certificate().getPublicKey().getEncoded()),
                        sha1);
                Instant until = next;
                Date from = Date.from(TestPki.NOW.minus(Duration.ofDays(2)));
                Date to = mood == Mood.STALE
                        ? Date.from(TestPki.NOW.minus(Duration.ofDays(1)))
                        : until == null ? null : Date.from(until);
                for (Req one : request.getRequestList()) {
                    var id = one.getCertID();
                    builder.addResponse(mood == Mood.OTHER_CERTIFICATE ? other(id) : id, status(), from, to, null);
                }
                OCSPResp response = new OCSPRespBuilder()
                        .build(
                                OCSPRespBuilder.SUCCESSFUL,
                                builder.build(
                                        new JcaContentSignerBuilder("SHA256withECDSA").build(signer.key()),
                                        new X509CertificateHolder[] {new JcaX509CertificateHolder(signer.certificate())
                                        },
                                        Date.from(TestPki.NOW)));
                return response.getEncoded();
            } catch (OCSPException | OperatorCreationException | GeneralSecurityException e) {
                throw new IOException(e);
            }
        }

        private CertificateID other(CertificateID id) {
            var plain = id.toASN1Primitive();
            return new CertificateID(new CertID(
                    plain.getHashAlgorithm(),
                    plain.getIssuerNameHash(),
                    plain.getIssuerKeyHash(),
                    new ASN1Integer(42)));
        }

        private @Nullable CertificateStatus status() {
            return switch (mood) {
                case REVOKED -> new RevokedStatus(Date.from(TestPki.NOW.minus(Duration.ofDays(3))));
                case UNKNOWN -> new UnknownStatus();
                default -> CertificateStatus.GOOD;
            };
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
