package org.ohmstead.app.socket.handshake;

import io.vertx.core.http.HttpServerRequest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.ohmstead.app.settings.Settings;

/**
 * What a request came over: TLS with us, or with a proxy that we believe, which then says so in headers. What anybody else says there
 * counts for nothing.
 */
public final class Transports {
    private static final List<String> PROXY_HEADERS =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP");

    /** RFC 9440 §2.3: what stands behind the certificate. */
    private static final String CLIENT_CERT = "Client-Cert";

    private static final String CLIENT_CERT_CHAIN = "Client-Cert-Chain";

    private final Proxies proxies;
    private final String certificateHeader;

    public Transports(Settings settings) {
        this.proxies = new Proxies(settings.http().trustedProxies());
        this.certificateHeader = settings.tls().proxyCertificateHeader();
    }

    public Transport of(HttpServerRequest request) {
        if (proxies.isProxy(request) && isPassedOn(request)) {
            List<X509Certificate> shown = byProxy(request);
            return new Transport(!shown.isEmpty() || isTls(request), shown);
        }
        return request.isSSL() ? new Transport(true, own(request.sslSession())) : Transport.PLAIN;
    }

    /** Else the proxy passes on bytes, and it is the station that has dialled. */
    private boolean isPassedOn(HttpServerRequest request) {
        return PROXY_HEADERS.stream().anyMatch(request.headers()::contains)
                || !certificateHeader.isEmpty() && request.headers().contains(certificateHeader);
    }

    /** Of several proxies the one next to us is believed, which has written last. */
    private static boolean isTls(HttpServerRequest request) {
        String proto = last(request, "X-Forwarded-Proto");
        if (!proto.isEmpty()) {
            return isSecure(proto);
        }
        return Arrays.stream(last(request, "Forwarded").split(";"))
                .map(String::strip)
                .anyMatch(part -> part.regionMatches(true, 0, "proto=", 0, 6)
                        && isSecure(part.substring(6).replace("\"", "")));
    }

    private static boolean isSecure(String scheme) {
        return scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("wss");
    }

    private static String last(HttpServerRequest request, String header) {
        List<String> values = request.headers().getAll(header);
        if (values.isEmpty()) {
            return "";
        }
        String all = values.getLast();
        return all.substring(all.lastIndexOf(',') + 1).strip();
    }

    /** One header, or it is not clear who has written which. */
    private List<X509Certificate> byProxy(HttpServerRequest request) {
        if (certificateHeader.isEmpty()
                || request.headers().getAll(certificateHeader).size() != 1) {
            return List.of();
        }
        List<X509Certificate> shown =
                new ArrayList<>(ShownCertificates.read(String.valueOf(request.getHeader(certificateHeader))));
        if (!shown.isEmpty() && certificateHeader.equalsIgnoreCase(CLIENT_CERT)) {
            request.headers().getAll(CLIENT_CERT_CHAIN).forEach(chain -> shown.addAll(ShownCertificates.read(chain)));
        }
        return shown;
    }

    private static List<X509Certificate> own(SSLSession session) {
        try {
            List<X509Certificate> shown = new ArrayList<>();
            for (Certificate each : session.getPeerCertificates()) {
                if (each instanceof X509Certificate certificate) {
                    shown.add(certificate);
                }
            }
            return shown;
        } catch (SSLPeerUnverifiedException e) {
            return List.of(); // it has shown none
        }
    }
}
