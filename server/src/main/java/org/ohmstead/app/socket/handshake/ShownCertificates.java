package org.ohmstead.app.socket.handshake;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates as proxies write them into a header: PEM with percent signs (nginx {@code $ssl_client_escaped_cert}, AWS), with blanks
 * for line breaks (HAProxy, Apache), DER in base64 (Traefik, HAProxy) and so between colons (RFC 9440), and Envoy's list of what it
 * knows ({@code Cert="..."}, {@code Chain="..."}).
 */
final class ShownCertificates {
    private static final Pattern PEM = Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----");

    /** The last element is that of the proxy next to us; a chain holds the certificate itself as well. */
    private static final Pattern ENVOY = Pattern.compile("(?i)(?:^|[;,])(Chain|Cert)=\"?([^\";,]*)\"?");

    private static final int LONGEST = 64 << 10;

    private ShownCertificates() {}

    /** @param header its value; none that can be read: nobody has shown one */
    static List<X509Certificate> read(String header) {
        if (header.length() > LONGEST) {
            return List.of();
        }
        String text = envoy(header);
        String plain = text.contains("%") ? decoded(text) : text;
        List<X509Certificate> found = new ArrayList<>();
        Matcher pem = PEM.matcher(plain);
        if (plain.contains("-----BEGIN")) {
            while (pem.find()) {
                add(found, pem.group(1));
            }
        } else {
            for (String each : plain.split(",")) {
                add(found, each.replace(":", ""));
            }
        }
        return List.copyOf(found);
    }

    private static String envoy(String header) {
        Matcher matcher = ENVOY.matcher(header);
        String cert = "";
        String chain = "";
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase("Cert")) {
                cert = matcher.group(2);
            } else {
                chain = matcher.group(2);
            }
        }
        return cert.isEmpty() && chain.isEmpty() ? header : chain.isEmpty() ? cert : chain;
    }

    /** A plus is a plus: it belongs to base64. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void add(List<X509Certificate> found, String base64) {
        String bytes = base64.replaceAll("[\\s\"]", "");
        if (bytes.isEmpty()) {
            return;
        }
        try {
            Certificate read = CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(bytes)));
            if (read instanceof X509Certificate certificate) {
                found.add(certificate);
            }
        } catch (CertificateException | IllegalArgumentException e) {
            found.clear(); // what cannot be read proves nothing
        }
    }
}
