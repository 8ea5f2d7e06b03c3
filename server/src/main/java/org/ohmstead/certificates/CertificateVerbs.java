package org.ohmstead.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.ocpp.OcppVersion;

/** What stations are told of certificates, and what of it can be read back from commands that somebody else has sent. */
final class CertificateVerbs {
    static final String INSTALL = "InstallCertificate";
    static final String DELETE = "DeleteCertificate";
    static final String LIST = "GetInstalledCertificateIds";
    static final String SIGNED = "CertificateSigned";

    private CertificateVerbs() {}

    static Verb install(CertificateUse use, String pem) {
        return station -> {
            Words words = Words.of(INSTALL);
            words.payload().put("certificateType", word(station, use)).put("certificate", pem);
            return words;
        };
    }

    private static String word(Addressee station, CertificateUse use) {
        boolean is2 = station.version().isV2();
        String word = is2 ? use.word2() : use.word16();
        boolean isTooNew = use == CertificateUse.OEM_ROOT && !station.version().has(OcppVersion.V21);
        if (word == null || isTooNew) {
            throw Refused.invalid(
                    "use",
                    "use is '" + use.word() + "'; with OCPP "
                            + station.version().number()
                            + ", which the station speaks, there are csmsRoot and manufacturerRoot"
                            + (is2 ? ", v2gRoot and moRoot." : "."));
        }
        return word;
    }

    static Verb delete(HashData hashes) {
        Words words = Words.of(DELETE);
        hashes.write(words.payload().putObject("certificateHashData"));
        return Verb.of(DELETE, words.payload());
    }

    /** @param use null: all of them, which 1.6 has no word for */
    static Verb list(@Nullable CertificateUse use) {
        return station -> {
            Words words = Words.of(LIST);
            if (!station.version().isV2()) {
                words.payload().put("certificateType", word(station, use == null ? CertificateUse.CSMS_ROOT : use));
            } else if (use != null) {
                words.payload().putArray("certificateType").add(use.word2());
            }
            return words;
        };
    }

    /** @param request of 2.1, that the station has asked with; null: it gave none */
    static Verb signed(String chain, SignedFor signedFor, @Nullable Integer request) {
        return station -> {
            Words words = Words.of(SIGNED);
            words.payload().put("certificateChain", chain);
            OcppVersion version = station.version();
            boolean known = signedFor == SignedFor.STATION
                    || (version.isV2() && (signedFor != SignedFor.V2G20 || version.has(OcppVersion.V21)));
            if (!known) {
                throw Refused.invalid(
                        "signedFor",
                        "signedFor is '" + signedFor.word() + "'; OCPP " + version.number()
                                + ", which the station speaks, has no such certificate.");
            }
            if (request != null && !version.has(OcppVersion.V21)) {
                throw Refused.invalid(
                        "requestId",
                        "requestId is " + request + "; OCPP " + version.number()
                                + ", which the station speaks, has none. Leave it out.");
            }
            if (version.isV2()) {
                words.payload().put("certificateType", signedFor.word2());
            }
            if (request != null) {
                words.payload().put("requestId", request);
            }
            return words;
        };
    }

    /** Of which uses a station was asked for its list, in the API's words; empty: of all. */
    static Set<String> uses(JsonNode payload) {
        JsonNode types = payload.path("certificateType");
        return types.isTextual()
                ? Set.of(CertificateUse.ofStation(types.asText()))
                : StreamSupport.stream(types.spliterator(), false)
                        .map(type -> CertificateUse.ofStation(type.asText()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** One of a station's list. */
    record Listed(String use, HashData hashes, List<HashData> children) {}

    /** What a station has answered to the question for its list. */
    static List<Listed> listed(JsonNode payload, JsonNode response) {
        List<Listed> listed = new ArrayList<>();
        for (JsonNode one : response.path("certificateHashData")) { // 1.6
            add(listed, CertificateUse.ofStation(payload.path("certificateType").asText()), one, List.of());
        }
        for (JsonNode one : response.path("certificateHashDataChain")) {
            List<HashData> children = new ArrayList<>();
            for (JsonNode child : one.path("childCertificateHashData")) {
                HashData read = HashData.read(child);
                if (read != null) {
                    children.add(read);
                }
            }
            String use = CertificateUse.ofStation(one.path("certificateType").asText());
            add(listed, use, one.path("certificateHashData"), children);
        }
        return listed;
    }

    private static void add(List<Listed> listed, String use, JsonNode hashes, List<HashData> children) {
        HashData read = HashData.read(hashes);
        if (read != null) {
            listed.add(new Listed(use, read, children));
        }
    }
}
