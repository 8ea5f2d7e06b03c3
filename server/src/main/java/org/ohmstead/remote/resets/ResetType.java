package org.ohmstead.remote.resets;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** How a station starts anew; the words of the API are these in camelCase. */
@Schema(name = "ResetType")
public enum ResetType {
    /** At once: sessions that run are stopped. Hard in 1.6. */
    IMMEDIATE("immediate", "Immediate", "Hard"),
    /** When no session runs any more; in 1.6 it is Soft, where the station stops sessions in good order. */
    ON_IDLE("onIdle", "OnIdle", "Soft"),
    /** At once, and sessions go on afterwards (2.1). */
    IMMEDIATE_AND_RESUME("immediateAndResume", "ImmediateAndResume", null);

    private final String word;
    private final String ocpp2;
    private final @Nullable String ocpp16;

    ResetType(String word, String ocpp2, @Nullable String ocpp16) {
        this.word = word;
        this.ocpp2 = ocpp2;
        this.ocpp16 = ocpp16;
    }

    public String word() {
        return word;
    }

    String ocpp2() {
        return ocpp2;
    }

    /** Null: it has no such reset. */
    @Nullable
    String ocpp16() {
        return ocpp16;
    }

    static ResetType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a reset has the type " + word));
    }

    /** As a command says it, whichever version it is meant for; a command that never could leave may say anything. */
    static ResetType ofOcpp(String word) {
        return Arrays.stream(values())
                .filter(type -> type.ocpp2.equals(word) || word.equals(type.ocpp16))
                .findFirst()
                .orElse(IMMEDIATE);
    }

    /** @throws Refused invalid */
    static ResetType ofBody(@Nullable String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "type",
                        (word == null ? "type is missing" : "type is '" + word + "'") + "; allowed are "
                                + Arrays.stream(values()).map(ResetType::word).collect(Collectors.joining(", "))
                                + "."));
    }
}
