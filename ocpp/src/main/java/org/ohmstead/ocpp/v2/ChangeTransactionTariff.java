package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Gives a running transaction another tariff, from now on; CSMS to station.
 * Source: OCPP 2.x I11.
 */
@Since(V21)
public interface ChangeTransactionTariff {

    /**
     * @param tariff        the new tariff, in the same currency
     * @param transactionId transaction concerned
     */
    record Request(
            Tariff tariff,
            @MaxLength(36) String transactionId,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(Tariff tariff, String transactionId) {
            this(tariff, transactionId, null);
        }
    }

    /**
     * @param status     Accepted, or why not
     * @param statusInfo reason, as code and text
     */
    record Response(
            TariffChangeStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(TariffChangeStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(TariffChangeStatus status) {
            this(status, null, null);
        }
    }

    /**
     * Outcome of a change of tariff. TxNotFound: no such transaction; NoCurrencyChange: the new tariff has another
     * currency.
     */
    @Since(V21)
    enum TariffChangeStatus {
        Accepted,
        Rejected,
        TooManyElements,
        ConditionNotSupported,
        TxNotFound,
        NoCurrencyChange
    }
}
