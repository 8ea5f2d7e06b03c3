package org.ohmstead.smartcharging.needs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an EV asked for, as the API shows it. */
@Schema(name = "ChargingNeed")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChargingNeedView(
        long id,

        int evse,

        @Schema(description = "The station's id of the transaction. Absent: none is known to run there") @Nullable
        String transactionId,

        @Schema(description = "Of energy transfer, in the EV's word", examples = "AC_three_phase")
        String mode,

        @Schema(description = "When the EV expects to leave. Absent: unknown") @Nullable
        Instant departsAt,

        @Schema(description = "Energy that it asked for, in Wh. Absent: not told") @Nullable
        BigDecimal energyWh,

        @Schema(description = "How many periods a schedule for it may have. Absent: not told") @Nullable
        Integer mostPeriods,

        @Schema(description = "ChargingNeeds of OCPP 2.x, as the station told it")
        JsonNode needs,

        @Schema(description = "By the station's clock, if it was offline then") @Nullable
        Instant askedAt,

        Instant receivedAt,

        @Schema(
                enumeration = {"Accepted", "Processing", "Rejected", "NoChargingProfile"},
                description = "What the station was answered")
        String answer,

        @Schema(implementation = NeedState.class, description = "How far that has come")
        String state,

        @Schema(description = "How many profiles were sent") int offers,

        @Schema(description = "Energy that the last one allows until departure, in Wh") @Nullable
        BigDecimal offeredWh,

        @Schema(description = "Why it stands so") @Nullable String note,

        @Schema(description = "ChargingSchedule that the EV plans. Absent: it has told none") @Nullable
        JsonNode schedule,

        @Schema(
                enumeration = {"Accepted", "Rejected"},
                description = "Whether that is within what it may")
        @Nullable
        String scheduleAnswer,

        @Nullable Instant scheduleAt,

        Instant changedAt) {
    static ChargingNeedView of(StoredNeed need) {
        StoredNeed.Asked asked = need.asked();
        return new ChargingNeedView(
                need.id(),
                need.evse(),
                need.transaction(),
                asked.mode(),
                asked.departsAt(),
                asked.energyWh(),
                asked.mostPeriods(),
                asked.needs(),
                asked.askedAt(),
                asked.receivedAt(),
                need.answer(),
                need.offered().state().word(),
                need.offered().offers(),
                need.offered().energyWh(),
                need.offered().note(),
                need.planned().schedule(),
                need.planned().answer(),
                need.planned().at(),
                need.offered().changedAt());
    }
}
