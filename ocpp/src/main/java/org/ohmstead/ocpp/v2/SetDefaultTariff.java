package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Install the default tariff for local cost calculation; CSMS to station.
 * Source: OCPP 2.x I07.
 */
@Since(V21)
public interface SetDefaultTariff {

    /** What the sender of SetDefaultTariff says. */
    record Request(
            @Range(min = 0) int evseId,
            Tariff tariff,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int evseId, Tariff tariff) {
            this(evseId, tariff, null);
        }
    }

    /** The answer to SetDefaultTariff. */
    record Response(
            TariffSetStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(TariffSetStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(TariffSetStatus status) {
            this(status, null, null);
        }
    }

    /** Tariff Set Status. */
    @Since(V21)
    enum TariffSetStatus {
        Accepted,
        Rejected,
        TooManyElements,
        ConditionNotSupported,
        DuplicateTariffId
    }
}
