package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Installs the tariff by which the station computes cost unless the driver has another; CSMS to station.
 * Source: OCPP 2.x I07.
 */
@Since(V21)
public interface SetDefaultTariff {

    /**
     * @param evseId EVSE it applies to; 0 for every one
     * @param tariff the tariff; running transactions keep theirs
     */
    record Request(
            @Range(min = 0) int evseId,
            Tariff tariff,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int evseId, Tariff tariff) {
            this(evseId, tariff, null);
        }
    }

    /**
     * @param status     Accepted, or why not
     * @param statusInfo reason, as code and text
     */
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

    /**
     * Outcome of an installation. TooManyElements: too many prices or conditions; DuplicateTariffId: taken by another
     * tariff.
     */
    @Since(V21)
    enum TariffSetStatus {
        Accepted,
        Rejected,
        TooManyElements,
        ConditionNotSupported,
        DuplicateTariffId
    }
}
