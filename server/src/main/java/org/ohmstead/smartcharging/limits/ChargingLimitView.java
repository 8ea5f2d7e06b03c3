package org.ohmstead.smartcharging.limits;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A limit from outside as the API shows it. */
@Schema(name = "ChargingLimit")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChargingLimitView(
        long id,

        @Schema(description = "0: the station") int evse,

        @Schema(description = "Who set it, in the station's word", examples = "EMS")
        String source,

        @Schema(description = "Whether the grid is in danger without it")
        boolean gridCritical,

        @Schema(description = "Whether it is what is generated on the spot, to be added on top")
        boolean localGeneration,

        @Schema(description = "ChargingSchedules of OCPP 2.x. Absent: the station did not tell how much it is")
        @Nullable
        JsonNode schedules,

        Instant reportedAt,

        @Schema(description = "Absent: it stands") @Nullable Instant endedAt,

        @Schema(
                enumeration = {"cleared", "replaced"},
                description = "How it ended")
        @Nullable
        String endedBy) {
    static ChargingLimitView of(ExternalLimit limit) {
        return new ChargingLimitView(
                limit.id(),
                limit.evse(),
                limit.source(),
                limit.gridCritical(),
                limit.localGeneration(),
                limit.schedules(),
                limit.reportedAt(),
                limit.endedAt(),
                limit.endedBy());
    }
}
