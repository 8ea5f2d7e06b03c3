package org.ohmstead.tokens;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An open session, as far as it matters to the token that it was started with. */
@Schema(description = "An open session and the token that it was started with")
public record RunningSession(
        @Schema(description = "Number of the session") long id,

        @Schema(description = "Identity of the station")
        String station,

        @Nullable Integer evse,

        @Schema(description = "As it is registered; as the station read it where it was not registered then")
        String token,

        @Schema(description = "OCPP 2.x type; null: the station speaks 1.6, which has none") @Nullable
        String tokenType,

        Instant startedAt,

        @Schema(description = "When the last sign of it came") Instant updatedAt,

        @Schema(description = "So far, in Wh; null: not known") @Nullable
        BigDecimal energyWh) {}
