package org.ohmstead.certificates;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a certificate of a station's own is for. */
@Schema(name = "CertificateSignedFor")
public enum SignedFor {
    /** Its connection to this server. */
    STATION("station", "ChargingStationCertificate"),
    /** Vehicles, by ISO 15118-2. */
    V2G("v2g", "V2GCertificate"),
    /** Vehicles, by ISO 15118-20 (2.1). */
    V2G20("v2g20", "V2G20Certificate");

    private final String word;
    private final String word2;

    SignedFor(String word, String word2) {
        this.word = word;
        this.word2 = word2;
    }

    public String word() {
        return word;
    }

    String word2() {
        return word2;
    }

    public static Optional<SignedFor> of(@Nullable String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
