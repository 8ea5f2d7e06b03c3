package org.ohmstead.authority;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.authority.pki.PrivateKeys;
import org.ohmstead.certificates.Pem;
import org.ohmstead.encryption.Encryption;

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

    /**
     * As it is kept.
     *
     * @param before whose secrets stay where none are given; null: there was none
     * @throws Refused invalid naming the field
     */
    Authority.Est sealed(long tenant, Encryption encryption, Authority.@Nullable Est before) {
        ObjectNode secrets = JsonNodeFactory.instance.objectNode();
        if (password != null) {
            secrets.put("password", password);
        }
        if (clientKey != null) {
            PrivateKey key = PrivateKeys.read("est.clientKey", clientKey);
            if (clientCertificate == null
                    || !PrivateKeys.isOf(
                            key,
                            Pem.read("est.clientCertificate", clientCertificate)
                                    .getFirst()
                                    .getPublicKey())) {
                throw Refused.invalid(
                        "est.clientKey", "est.clientKey is not the key of the first of est.clientCertificate.");
            }
            secrets.put("clientKey", clientKey);
        }
        String standing = before == null ? null : before.sealed();
        return new Authority.Est(
                url(url),
                user,
                clientCertificate == null ? null : Pem.write(Pem.read("est.clientCertificate", clientCertificate)),
                trust == null ? null : Pem.write(Pem.read("est.trust", trust)),
                secrets.isEmpty()
                        ? standing
                        : encryption.seal(
                                secrets.toString().getBytes(StandardCharsets.UTF_8),
                                Authority.place(tenant, Authority.EST_PLACE)));
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
