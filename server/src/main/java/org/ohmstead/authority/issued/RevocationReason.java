package org.ohmstead.authority.issued;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** Why a certificate is revoked (RFC 5280 §5.3.1). */
@Schema(name = "RevocationReason")
public enum RevocationReason {
    UNSPECIFIED(0),
    KEY_COMPROMISE(1),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5),
    PRIVILEGE_WITHDRAWN(9);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /** As lists and responders tell it. */
    public int code() {
        return code;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RevocationReason ofRow(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** @throws Refused invalid */
    static RevocationReason of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(one -> word == null ? one == UNSPECIFIED : one.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "reason",
                        "reason is '" + word + "'; allowed are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(RevocationReason::word)
                                                .toList())
                                + "."));
    }
}
