package org.ohmstead.adhocpayment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A settlement as the API shows it. */
@Schema(name = "Settlement")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettlementView(
        long id,

        @Schema(description = "Identity of the station") String station,

        @Schema(description = "The reference of the payment service provider")
        String pspRef,

        @Schema(description = "The station's id of the session. Absent: nothing was charged") @Nullable
        String transactionId,

        @Schema(description = "Settled, Canceled, Rejected or Failed, as the station wrote it", examples = "Settled")
        String status,

        @Schema(description = "With taxes, in the currency of the station")
        BigDecimal amount,

        @Schema(description = "By the station's clock") Instant settledAt,

        @Schema(description = "What the terminal says beside the status") @Nullable
        String statusInfo,

        @Nullable String receiptId,

        @Schema(description = "Where the driver finds the receipt: the terminal's own, or ours as the station was told")
        @Nullable
        String receiptUrl,

        @Schema(description = "Of whoever pays. Absent: not a company") @Nullable
        String vatNumber,

        @Schema(description = "Its address, in OCPP's own words (Address)") @Nullable
        JsonNode vatCompany,

        @Schema(description = "When the first report of it came")
        Instant receivedAt,

        @Schema(description = "When the last report that differs came")
        Instant changedAt) {
    static SettlementView of(Settlement settlement) {
        SettlementReport report = settlement.report();
        return new SettlementView(
                settlement.id(),
                settlement.station(),
                report.pspRef(),
                report.transaction(),
                report.status(),
                report.amount(),
                report.settledAt(),
                report.note(),
                report.receiptId(),
                report.receiptUrl(),
                report.vatNumber(),
                report.vatCompany(),
                settlement.receivedAt(),
                settlement.changedAt());
    }
}
