package org.ohmstead.adhocpayment;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal tells about a payment.
 *
 * @param pspRef      the reference of the payment service provider
 * @param transaction the station's id of the session; null: nothing was charged
 * @param status      Settled, Canceled, Rejected or Failed, or the station's own word
 * @param amount      with taxes, in the currency of the station
 * @param settledAt   by the station's clock
 * @param note        what it says beside the status; null: nothing
 * @param receiptId   by the terminal; null: none
 * @param receiptUrl  of the terminal's own receipt; null: none
 * @param vatNumber   of whoever pays; null: not a company
 * @param vatCompany  its address (Address of OCPP 2.1); null: not told
 */
public record SettlementReport(
        String pspRef,
        @Nullable String transaction,
        String status,
        BigDecimal amount,
        Instant settledAt,
        @Nullable String note,
        @Nullable String receiptId,
        @Nullable String receiptUrl,
        @Nullable String vatNumber,
        @Nullable JsonNode vatCompany) {

    /** Whether both tell the same; amounts by their value. */
    boolean isSame(SettlementReport other) {
        return withAmount(other.amount).equals(other) && amount.compareTo(other.amount) == 0;
    }

    private SettlementReport withAmount(BigDecimal same) {
        return new SettlementReport(
                pspRef, transaction, status, same, settledAt, note, receiptId, receiptUrl, vatNumber, vatCompany);
    }

    SettlementReport withReceiptUrl(@Nullable String url) {
        return new SettlementReport(
                pspRef, transaction, status, amount, settledAt, note, receiptId, url, vatNumber, vatCompany);
    }
}
