package org.ohmstead.customers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.Words;

/** Whom a station is asked about, and what it is to do. */
@Schema(name = "CustomerInformationRequest")
public record CustomerBody(
        @Schema(description = "The customer by a token; exactly one of token, certificate and identifier") @Nullable
        Token token,

        @Schema(description = "The customer by a contract certificate") @Nullable
        Certificate certificate,

        @Schema(maxLength = LONGEST_IDENTIFIER, description = "The customer by an identifier of the vendor") @Nullable
        String identifier,

        @Schema(description = "Whether the station is to tell what it knows. Default: false") @Nullable
        Boolean report,

        @Schema(
                description = "Whether the station is to erase what it knows, also from its authorisation cache and its"
                        + " local list. Default: false")
        @Nullable
        Boolean clear) {
    static final int LONGEST_IDENTIFIER = 64;
    private static final int LONGEST_TOKEN = 255;
    private static final Set<String> ALGORITHMS = Set.of("SHA256", "SHA384", "SHA512");

    /** A token. */
    @Schema(name = "CustomerToken")
    public record Token(
            @Schema(required = true, maxLength = LONGEST_TOKEN, examples = "04A2B3C4D5E680") @Nullable
            String value,

            @Schema(
                    required = true,
                    maxLength = 20,
                    description = "Kind of token as OCPP has it",
                    examples = "ISO14443")
            @Nullable
            String type) {}

    /** What names a certificate, in the manner of OCSP. */
    @Schema(name = "CustomerCertificate")
    public record Certificate(
            @Schema(
                    required = true,
                    enumeration = {"SHA256", "SHA384", "SHA512"})
            @Nullable
            String hashAlgorithm,

            @Schema(
                    required = true,
                    maxLength = 128,
                    description = "Hash of the issuer's name, in hex",
                    examples = "0a1b")
            @Nullable
            String issuerNameHash,

            @Schema(
                    required = true,
                    maxLength = 128,
                    description = "Hash of the issuer's key, in hex",
                    examples = "0a1b")
            @Nullable
            String issuerKeyHash,

            @Schema(required = true, maxLength = 40, description = "In hex", examples = "0a1b") @Nullable
            String serialNumber) {
        private ObjectNode payload() {
            if (hashAlgorithm == null || !ALGORITHMS.contains(hashAlgorithm)) {
                throw Refused.invalid(
                        "certificate.hashAlgorithm",
                        "certificate.hashAlgorithm is '" + hashAlgorithm
                                + "'; allowed is one of SHA256, SHA384 and SHA512.");
            }
            return Words.newPayload()
                    .put("hashAlgorithm", hashAlgorithm)
                    .put("issuerNameHash", text("certificate.issuerNameHash", issuerNameHash, 128))
                    .put("issuerKeyHash", text("certificate.issuerKeyHash", issuerKeyHash, 128))
                    .put("serialNumber", text("certificate.serialNumber", serialNumber, 40));
        }
    }

    /** @throws Refused invalid, naming the field (N09.FR.05, N09.FR.06) */
    ObjectNode payload(int request) {
        long named = Stream.of(token, certificate, identifier)
                .filter(Objects::nonNull)
                .count();
        if (named != 1) {
            throw Refused.invalid(
                    "token",
                    "The customer is named in " + named
                            + " ways; name them by exactly one of token, certificate and identifier.");
        }
        boolean tells = Boolean.TRUE.equals(report);
        boolean clears = Boolean.TRUE.equals(clear);
        if (!tells && !clears) {
            throw Refused.invalid(
                    "report",
                    "report and clear are both false, so that there is nothing to do. Set one of them, or both.");
        }
        ObjectNode payload = Words.newPayload()
                .put("requestId", request)
                .put("report", tells)
                .put("clear", clears);
        if (token != null) {
            payload.putObject("idToken")
                    .put("idToken", text("token.value", token.value(), LONGEST_TOKEN))
                    .put("type", text("token.type", token.type(), 20));
        } else if (certificate != null) {
            payload.set("customerCertificate", certificate.payload());
        } else {
            payload.put("customerIdentifier", text("identifier", identifier, LONGEST_IDENTIFIER));
        }
        return payload;
    }

    private static String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw Refused.invalid(
                    field,
                    field + " has " + (text == null ? 0 : text.length()) + " characters; allowed are 1 to " + longest
                            + ".");
        }
        return text;
    }
}
