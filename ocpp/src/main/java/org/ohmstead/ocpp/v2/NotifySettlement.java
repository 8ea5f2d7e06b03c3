package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Reports how the payment at the station was settled; station to CSMS.
 * Source: OCPP 2.x C19, C20, C21, C22.
 */
@Since(V21)
public interface NotifySettlement {

    /**
     * @param pspRef           reference of the payment service, which was also the token
     * @param status           outcome
     * @param settlementAmount amount settled, or attempted
     * @param settlementTime   when it was settled; UTC
     * @param transactionId    transaction paid for; absent if payment ended before one began
     * @param statusInfo       details from the terminal
     * @param receiptId        receipt made by terminal or station
     * @param receiptUrl       where that receipt is found
     * @param vatCompany       company on the receipt
     * @param vatNumber        its VAT number
     */
    record Request(
            @MaxLength(255) String pspRef,
            PaymentStatus status,
            BigDecimal settlementAmount,
            Instant settlementTime,
            @MaxLength(36) @Nullable String transactionId,
            @MaxLength(500) @Nullable String statusInfo,
            @MaxLength(50) @Nullable String receiptId,
            @MaxLength(2000) @Nullable String receiptUrl,
            @Nullable Address vatCompany,
            @MaxLength(20) @Nullable String vatNumber,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(String pspRef, PaymentStatus status, BigDecimal settlementAmount, Instant settlementTime) {
            this(pspRef, status, settlementAmount, settlementTime, null, null, null, null, null, null, null);
        }
    }

    /**
     * @param receiptUrl where the receipt is found, if the CSMS made it
     * @param receiptId  receipt made by the CSMS
     */
    record Response(
            @MaxLength(2000) @Nullable String receiptUrl,
            @MaxLength(50) @Nullable String receiptId,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(@Nullable String receiptUrl, @Nullable String receiptId) {
            this(receiptUrl, receiptId, null);
        }
        /** What the specification requires; the rest absent. */
        public Response() {
            this(null, null, null);
        }
    }

    /**
     * Outcome of a settlement. Canceled: without cost; Rejected: by the payment service; Failed: for a technical
     * reason.
     */
    @Since(V21)
    enum PaymentStatus {
        Settled,
        Canceled,
        Rejected,
        Failed
    }
}
