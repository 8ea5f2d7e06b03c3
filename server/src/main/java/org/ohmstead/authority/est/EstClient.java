package org.ohmstead.authority.est;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.jspecify.annotations.Nullable;
import org.ohmstead.authority.Issuer.NotYet;
import org.ohmstead.authority.Issuer.Refusal;

/** Speaks EST with one server. */
final class EstClient implements AutoCloseable {
    /** For one answer as a whole. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int SHOWN = 200;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final String url;
    private final @Nullable String login;
    private final HttpClient http;
    private final Duration patience;
    private final Clock clock;

    /** @param login user and password with a colon between them; null: none */
    EstClient(String url, @Nullable String login, SSLContext tls, Duration patience, Clock clock) {
        this.url = url;
        this.login = login;
        this.patience = patience;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The authority's own certificates (§4.1). */
    List<X509Certificate> authority() throws NotYet, Refusal {
        return certificates(send(request("/cacerts").GET().build()));
    }

    /**
     * The certificate for a request (§4.2).
     *
     * @param again whether it takes the place of one that the authority has signed
     */
    List<X509Certificate> enroll(byte[] request, boolean again) throws NotYet, Refusal {
        return certificates(send(request(again ? "/simplereenroll" : "/simpleenroll")
                .header("Content-Type", "application/pkcs10")
                .header("Content-Transfer-Encoding", "base64")
                .POST(HttpRequest.BodyPublishers.ofByteArray(LINES.encode(request)))
                .build()));
    }

    private HttpRequest.Builder request(String operation) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + operation));
        if (login != null) {
            String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            builder.header("Authorization", "Basic " + basic);
        }
        return builder;
    }

    private byte[] send(HttpRequest request) throws NotYet, Refusal {
        HttpResponse<byte[]> answer = answer(request);
        byte[] body = answer.body();
        String told = request.uri().getPath() + " answered " + answer.statusCode();
        return switch (answer.statusCode()) {
            case 200 -> body;
            case 202 -> throw new NotYet("The authority has not decided yet.", retryAfter(answer));
            case 401 -> throw new NotYet(told + ": it does not know this server's login. Correct it.", AGAIN);
            case 400, 403, 404, 409, 422 -> throw new Refusal(told + shown(body));
            default -> throw new NotYet(told + shown(body), retryAfter(answer));
        };
    }

    /** To its last byte within the time: HttpRequest.timeout ends with the headers. */
    private HttpResponse<byte[]> answer(HttpRequest request) throws NotYet {
        var asking = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new NotYet(
                    "The authority at " + url + " did not answer within " + patience.toSeconds() + " seconds.", AGAIN);
        } catch (ExecutionException unreachable) {
            throw new NotYet("The authority at " + url + " cannot be reached: " + unreachable.getCause(), AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotYet("The server is ending.", AGAIN);
        } finally {
            asking.cancel(true);
        }
    }

    private static String shown(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "." : ": " + (text.length() > SHOWN ? text.substring(0, SHOWN) : text);
    }

    /** In seconds, or as a time (RFC 9110 §10.2.3). */
    private Duration retryAfter(HttpResponse<?> answer) {
        Optional<String> header = answer.headers().firstValue("Retry-After").map(String::strip);
        if (header.isEmpty()) {
            return AGAIN;
        }
        Duration pause;
        try {
            pause = header.get().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header.get()))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(header.get(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException broken) {
            return AGAIN;
        }
        return pause.isNegative() ? Duration.ZERO : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Of a certs-only CMS message in Base64 (§4.1.3). */
    private static List<X509Certificate> certificates(byte[] body) throws Refusal {
        try {
            byte[] der = Base64.getMimeDecoder().decode(body);
            List<X509Certificate> found = new ArrayList<>();
            for (X509CertificateHolder one :
                    new CMSSignedData(der).getCertificates().getMatches(null)) {
                found.add(new JcaX509CertificateConverter().getCertificate(one));
            }
            if (found.isEmpty()) {
                throw new Refusal("The authority answered with no certificate.");
            }
            return found;
        } catch (CMSException | GeneralSecurityException | RuntimeException broken) {
            // BouncyCastle throws unchecked ones, too, for what is no ASN.1 of the kind that it expects
            throw new Refusal("What the authority answered is no list of certificates (PKCS#7 in Base64): "
                    + broken.getMessage());
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
