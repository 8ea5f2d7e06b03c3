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
 * Report outcome of a payment settlement done by the station/terminal; station to CSMS.
 * Source: OCPP 2.x C19, C20, C21, C22.
 */
@Since(V21)
public interface NotifySettlement {

    /** What the sender of NotifySettlement says. */
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

    /** The answer to NotifySettlement. */
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

    /** Payment Status. */
    @Since(V21)
    enum PaymentStatus {
        Settled,
        Canceled,
        Rejected,
        Failed
    }
}
