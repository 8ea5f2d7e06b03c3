package org.ohmstead.certificates;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a certificate in a station is for; the words of the API are the same for all versions of OCPP. */
@Schema(name = "CertificateUse")
public enum CertificateUse {
    /** To know this server by. */
    CSMS_ROOT("csmsRoot", "CentralSystemRootCertificate", "CSMSRootCertificate"),
    /** To know firmware by. */
    MANUFACTURER_ROOT("manufacturerRoot", "ManufacturerRootCertificate", "ManufacturerRootCertificate"),
    /** To know vehicles' contracts and the station's own V2G certificate by (ISO 15118). */
    V2G_ROOT("v2gRoot", null, "V2GRootCertificate"),
    /** To know contracts of a mobility operator by. */
    MO_ROOT("moRoot", null, "MORootCertificate"),
    /** To know vehicles by (2.1). */
    OEM_ROOT("oemRoot", null, "OEMRootCertificate"),
    /** The station's own towards vehicles, with those that have signed it. It is not installed, but signed. */
    V2G_CHAIN("v2gChain", null, "V2GCertificateChain");

    private final String word;
    private final @Nullable String word16;
    private final String word2;

    CertificateUse(String word, @Nullable String word16, String word2) {
        this.word = word;
        this.word16 = word16;
        this.word2 = word2;
    }

    public String word() {
        return word;
    }

    /** Null: 1.6 has none. */
    @Nullable
    String word16() {
        return word16;
    }

    String word2() {
        return word2;
    }

    /** Of a word of the API. */
    static Optional<CertificateUse> of(@Nullable String word) {
        return Arrays.stream(values()).filter(use -> use.word.equals(word)).findFirst();
    }

    /** The API's word for one of a station; its own where there is none. */
    static String ofStation(String word) {
        return Arrays.stream(values())
                .filter(use -> word.equals(use.word16) || word.equals(use.word2))
                .map(CertificateUse::word)
                .findFirst()
                .orElse(word);
    }
}
