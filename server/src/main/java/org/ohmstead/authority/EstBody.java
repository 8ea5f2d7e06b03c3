package org.ohmstead.authority;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.authority.pki.PrivateKeys;
import org.ohmstead.certificates.Pem;
import org.ohmstead.encryption.Encryption;
import org.ohmstead.notices.StoredJson;

/** How an external authority is reached. */
@Schema(name = "EstBody", description = "How an external authority is reached (EST, RFC 7030)")
public record EstBody(
        @Schema(
                description = "Up to /.well-known/est, with a label behind it where it has one; https alone",
                examples = "https://ca.example.org/.well-known/est",
                required = true)
        @Nullable
        String url,

        @Schema(description = "For HTTP Basic. Absent: none") @Nullable
        String user,

        @Schema(description = "For HTTP Basic; kept encrypted, and never shown") @Nullable
        String password,

        @Schema(description = "The certificates that this server shows, its own first, as PEM. Absent: none") @Nullable
        String clientCertificate,

        @Schema(description = "Their key as PEM; kept encrypted, and never shown") @Nullable
        String clientKey,

        @Schema(
                description =
                        "From which the certificate of the EST server has to descend, as PEM. Absent: those that Java knows")
        @Nullable
        String trust) {
    private static final int LONGEST = 1000;
    private static final int HTTPS = 443;

    /**
     * As it is kept. A secret goes with what it belongs to: the password with the user, the key with its certificate; and none goes
     * to another host unless it is given for that.
     *
     * @param before whose secrets stay where none are given; null: there was none
     * @throws Refused invalid naming the field
     */
    Authority.Est sealed(long tenant, Encryption encryption, Authority.@Nullable Est before) {
        String place = Authority.place(tenant, Authority.EST_PLACE);
        String standing = before == null ? null : before.sealed();
        ObjectNode secrets = standing == null
                ? JsonNodeFactory.instance.objectNode()
                : (ObjectNode) StoredJson.read(new String(encryption.open(standing, place), StandardCharsets.UTF_8));
        String to = url(url);
        boolean moves = before != null && !host(before.url()).equals(host(to));
        List<X509Certificate> shown =
                clientCertificate == null ? List.of() : Pem.read("est.clientCertificate", clientCertificate);
        keep(secrets, "password", password, user != null, moves);
        keep(secrets, "clientKey", clientKey, !shown.isEmpty(), moves);
        checkKey(secrets, shown);
        return new Authority.Est(
                to,
                user,
                shown.isEmpty() ? null : Pem.write(shown),
                trust == null ? null : Pem.write(Pem.read("est.trust", trust)),
                secrets.isEmpty() ? null : encryption.seal(secrets.toString().getBytes(StandardCharsets.UTF_8), place));
    }

    /** @param isNeeded whether there is still what it belongs to */
    private static void keep(ObjectNode secrets, String name, @Nullable String given, boolean isNeeded, boolean moves) {
        if (given != null) {
            secrets.put(name, given);
        } else if (!isNeeded) {
            secrets.remove(name);
        } else if (moves && secrets.has(name)) {
            throw Refused.invalid(
                    "est." + name,
                    "est.url leads to another host, and est." + name
                            + " was given for the one before. Send it anew with"
                            + " est.url, so that no secret goes where nobody meant it to.");
        }
    }

    private void checkKey(ObjectNode secrets, List<X509Certificate> shown) {
        String key = secrets.path("clientKey").asText(null);
        if (key == null) {
            return;
        }
        if (shown.isEmpty()
                || !PrivateKeys.isOf(
                        PrivateKeys.read("est.clientKey", key), shown.getFirst().getPublicKey())) {
            throw Refused.invalid(
                    "est.clientKey",
                    (clientKey == null ? "The key that stands" : "est.clientKey")
                            + " is not the key of the first of est.clientCertificate. Give both together.");
        }
    }

    private static String host(String url) {
        URI uri = URI.create(url);
        int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
        return uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static String url(@Nullable String url) {
        try {
            URI uri = new URI(url == null ? "" : url.strip());
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.toString().length() <= LONGEST) {
                String text = uri.toString();
                return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            }
        } catch (URISyntaxException broken) {
            throw wrong(url);
        }
        throw wrong(url);
    }

    private static Refused wrong(@Nullable String url) {
        return Refused.invalid(
                "est.url",
                "est.url is " + (url == null ? "missing" : "'" + url + "'")
                        + "; allowed is a URL with https, such as https://ca.example.org/.well-known/est.");
    }

    @Override
    public String toString() {
        return "EstBody " + url;
    }
}
