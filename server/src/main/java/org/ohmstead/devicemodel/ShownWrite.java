package org.ohmstead.devicemodel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The last attempt to set a value. */
@Schema(name = "ConfigurationWrite")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownWrite(
        @Schema(description = "Absent: a secret") @Nullable String value,

        @Schema(
                description =
                        "Status of the station's answer, as it wrote it; without one how the command ended, such as"
                                + " timedOut",
                examples = "RebootRequired")
        String result,

        @Schema(description = "Why not, as the station says") @Nullable
        String reason,

        @Schema(description = "Who wanted it", examples = "user:anna@example.org")
        String by,

        @Schema(description = "Number of the command; GET /api/v1/commands/{id} shows it")
        long command,

        Instant at) {
    public static ShownWrite of(KnownVariable.LastWrite write) {
        return new ShownWrite(write.value(), write.result(), write.reason(), write.by(), write.command(), write.at());
    }
}
