package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Removes tariffs; running transactions keep theirs; CSMS to station.
 * Source: OCPP 2.x I10.
 */
@Since(V21)
public interface ClearTariffs {

    /**
     * @param tariffIds tariffs to remove; absent: all
     * @param evseId    EVSE to remove them from; absent: any
     */
    record Request(
            @Items(min = 1) @MaxLength(60) @Nullable List<String> tariffIds,
            @Range(min = 0) @Nullable Integer evseId,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(@Nullable List<String> tariffIds, @Nullable Integer evseId) {
            this(tariffIds, evseId, null);
        }
        /** What the specification requires; the rest absent. */
        public Request() {
            this(null, null, null);
        }
    }

    /** @param clearTariffsResult one entry per tariff, or one NoTariff */
    record Response(
            @Items(min = 1) List<ClearTariffsResult> clearTariffsResult,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(List<ClearTariffsResult> clearTariffsResult) {
            this(clearTariffsResult, null);
        }
    }

    /**
     * What became of one tariff.
     *
     * @param status     outcome
     * @param statusInfo reason, as code and text
     * @param tariffId   tariff concerned; absent if none was found
     */
    @Since(V21)
    record ClearTariffsResult(
            TariffClearStatus status,
            @Nullable StatusInfo statusInfo,
            @MaxLength(60) @Nullable String tariffId,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public ClearTariffsResult(
                TariffClearStatus status, @Nullable StatusInfo statusInfo, @Nullable String tariffId) {
            this(status, statusInfo, tariffId, null);
        }
        /** What the specification requires; the rest absent. */
        public ClearTariffsResult(TariffClearStatus status) {
            this(status, null, null, null);
        }
    }

    /** Outcome of a removal. */
    @Since(V21)
    enum TariffClearStatus {
        Accepted,
        Rejected,
        NoTariff
    }
}
