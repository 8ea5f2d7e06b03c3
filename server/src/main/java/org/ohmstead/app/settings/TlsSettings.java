package org.ohmstead.app.settings;

import java.util.List;
import java.util.Optional;

/** TLS at the server's own ports. */
public record TlsSettings(
        @Setting(
                value =
                        "A port with TLS (1.2 and 1.3) for what the plain port serves: dashboard, API and stations (wss://). Without"
                                + " certificates of its own the server makes some, for trying out, in the folder tls beside the"
                                + " database.",
                fallback = "off",
                off = "off",
                min = "1",
                max = "65535")
        int tlsPort,

        @Setting(
                value =
                        "Files in PEM, each with a certificate and those that lead to its authority: one with an RSA key, one with an"
                                + " EC key, or both. New files are taken by themselves, without a restart.",
                fallback = "")
        List<String> tlsCertificates,

        @Setting(
                value =
                        "Files in PEM with the keys of tls-certificates, in the same order, without a password. None: the files of"
                                + " the certificates hold them, too.",
                fallback = "")
        List<String> tlsKeys,

        @Setting(
                value = "A port with TLS 1.2 and the old cipher suites TLS_RSA_WITH_AES_128_GCM_SHA256 and"
                        + " TLS_RSA_WITH_AES_256_GCM_SHA384, for stations that know no others; at no other port they are"
                        + " spoken. Who has the key of the certificate can read what was said, also later.",
                fallback = "off",
                off = "off",
                min = "1",
                max = "65535")
        int tlsLegacyPort,

        @Setting(
                value =
                        "The header in which a trusted proxy names the certificate that a station has shown, such as Client-Cert"
                                + " (RFC 9440), X-Forwarded-Client-Cert or X-SSL-Client-Cert. From anybody else it counts for nothing."
                                + " The proxy must remove it from what it is sent.",
                fallback = "")
        String proxyCertificateHeader,

        @Setting(
                value =
                        "The directory of an authority that speaks ACME, such as"
                                + " https://acme-v02.api.letsencrypt.org/directory: the server gets its certificates there by itself, and"
                                + " renews them. The authority asks at port 80 of each name, which has to lead to the plain port.",
                fallback = "")
        String acmeDirectory,

        @Setting(value = "The names that those certificates hold for. None: the host of public-url.", fallback = "")
        List<String> acmeNames,

        @Setting(value = "The address that the authority may write to when a certificate ends.", fallback = "")
        String acmeEmail,

        @Setting(
                value = "Whether you accept the terms of service of that authority. It gives no certificate otherwise.",
                fallback = "false")
        boolean acmeAcceptTerms) {

    /** Whether anything here speaks TLS. */
    public boolean isOn() {
        return tlsPort > 0 || tlsLegacyPort > 0;
    }

    /** What does not fit together. */
    Optional<Wrong> wrong(String publicUrl) {
        if (!tlsKeys.isEmpty() && tlsKeys.size() != tlsCertificates.size()) {
            return Optional.of(new Wrong(
                    "tls-keys",
                    String.join(",", tlsKeys),
                    "in the settings",
                    "allowed are as many files as tls-certificates has, in the same order"));
        }
        if (acmeDirectory.isEmpty()) {
            return Optional.empty();
        } else if (!acmeDirectory.matches("https?://[^\\s]+") || !acmeAcceptTerms) {
            return wrong(
                    acmeDirectory,
                    "allowed is a URL such as https://acme-v02.api.letsencrypt.org/directory, and it needs"
                            + " acme-accept-terms=true");
        } else if (!tlsCertificates.isEmpty() || acmeNames.isEmpty() && publicUrl.isEmpty()) {
            return wrong(acmeDirectory, "it needs acme-names or public-url, and no tls-certificates");
        }
        return Optional.empty();
    }

    private static Optional<Wrong> wrong(String directory, String allowed) {
        return Optional.of(new Wrong("acme-directory", directory, "in the settings", allowed));
    }
}
