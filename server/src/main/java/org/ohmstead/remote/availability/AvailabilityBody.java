package org.ohmstead.remote.availability;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The availability that somebody wants. */
@Schema(name = "AvailabilityBody")
public record AvailabilityBody(
        @Schema(description = "false: it takes no new sessions, which is a block", required = true) @Nullable
        Boolean operative,

        @Schema(
                description = "Absent: the station as a whole; connector n of OCPP 1.6 is connector 1 of EVSE n",
                minimum = "1")
        @Nullable
        Integer evse,

        @Schema(description = "Counted within its EVSE; absent: the EVSE as a whole", minimum = "1") @Nullable
        Integer connector,

        @Schema(
                description = "Why, for those who find it so. Default: In service, or Out of service",
                maxLength = 200,
                examples = "Cable damaged, repair is ordered")
        @Nullable
        String reason,

        @Schema(description = "Out of service until then; default: until somebody says otherwise") @Nullable
        Instant until) {}
