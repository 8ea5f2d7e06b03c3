package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * List tariffs stored per EVSE; CSMS to station.
 * Source: OCPP 2.x I09.
 */
@Since(V21)
public interface GetTariffs {

    /** What the sender of GetTariffs says. */
    record Request(@Range(min = 0) int evseId, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int evseId) {
            this(evseId, null);
        }
    }

    /** The answer to GetTariffs. */
    record Response(
            TariffGetStatus status,
            @Nullable StatusInfo statusInfo,
            @Items(min = 1) @Nullable List<TariffAssignment> tariffAssignments,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(
                TariffGetStatus status,
                @Nullable StatusInfo statusInfo,
                @Nullable List<TariffAssignment> tariffAssignments) {
            this(status, statusInfo, tariffAssignments, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(TariffGetStatus status) {
            this(status, null, null, null);
        }
    }

    /** Tariff Assignment. */
    @Since(V21)
    record TariffAssignment(
            @MaxLength(60) String tariffId,
            TariffKind tariffKind,
            @Nullable Instant validFrom,
            @Items(min = 1) @Range(min = 0) @Nullable List<Integer> evseIds,
            @Items(min = 1) @MaxLength(255) @Nullable List<String> idTokens,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public TariffAssignment(
                String tariffId,
                TariffKind tariffKind,
                @Nullable Instant validFrom,
                @Nullable List<Integer> evseIds,
                @Nullable List<String> idTokens) {
            this(tariffId, tariffKind, validFrom, evseIds, idTokens, null);
        }
        /** What the specification requires; the rest absent. */
        public TariffAssignment(String tariffId, TariffKind tariffKind) {
            this(tariffId, tariffKind, null, null, null, null);
        }
    }

    /** Tariff Get Status. */
    @Since(V21)
    enum TariffGetStatus {
        Accepted,
        Rejected,
        NoTariff
    }

    /** Tariff Kind. */
    @Since(V21)
    enum TariffKind {
        DefaultTariff,
        DriverTariff
    }
}
