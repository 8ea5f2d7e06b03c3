package org.ohmstead.stations.securityprofiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way to a higher profile, as the API shows it. */
@Schema(name = "SecurityUpgrade")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownUpgrade(
        @Schema(description = "Where it is to go") int profile,

        @Schema(description = "Where it was. Absent: none was set") @Nullable
        Integer before,

        @Schema(description = "Of its network profile. Absent: it speaks 1.6") @Nullable
        Integer slot,

        @Schema(
                implementation = SecurityUpgrade.State.class,
                description =
                        "telling: it is being told; pending: it was told, and the old profile and the new one count;"
                                + " connected: it has come by the new one; failed: it does not take it; cancelled: somebody"
                                + " has ended it")
        String state,

        @Schema(description = "What was found, or why not") @Nullable
        String reason,

        @Schema(description = "Who wanted it", examples = "user:anna@example.org")
        String by,

        Instant beganAt,

        @Schema(description = "When it came into this state")
        Instant changedAt) {
    public static ShownUpgrade of(SecurityUpgrade upgrade) {
        return new ShownUpgrade(
                upgrade.profile(),
                upgrade.before(),
                upgrade.slot(),
                upgrade.state().word(),
                upgrade.reason(),
                upgrade.by(),
                upgrade.beganAt(),
                upgrade.changedAt());
    }
}
