package org.ohmstead.app.tls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the certificates of this server come from. */
interface CertificateSource {
    /** What kind of source it is. */
    @Schema(name = "ServerCertificateOrigin")
    enum Origin {
        /** Files that the settings name. */
        FILES,
        /** An authority that speaks ACME, such as Let's Encrypt. */
        ACME,
        /** Made by the server itself, for trying out: whoever connects has to trust its root. */
        SELF_MADE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A certificate and its key.
     *
     * @param key may be the same file
     */
    record Pair(Path certificate, Path key) {
        KeyAndChain read() throws UnusableCertificate {
            return PemFiles.read(certificate, key);
        }

        /**
         * Of what the server itself writes, one file after the other: a server that dies in between leaves a key without its
         * certificate, which is as good as none. Empty: there is no whole pair.
         */
        Optional<KeyAndChain> standing() throws UnusableCertificate {
            return Files.exists(certificate) && Files.exists(key)
                    ? PemFiles.ofOnePair(certificate, key)
                    : Optional.empty();
        }
    }

    Origin origin();

    /** Looked at again and again; makes what is missing or about to end, if it can. Blocks. */
    List<Pair> pairs() throws UnusableCertificate;
}
