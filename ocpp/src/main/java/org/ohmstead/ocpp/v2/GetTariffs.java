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
 * Lists the tariffs on the station; CSMS to station.
 * Source: OCPP 2.x I09.
 */
@Since(V21)
public interface GetTariffs {

    /** @param evseId EVSE to list; 0 for all */
    record Request(@Range(min = 0) int evseId, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int evseId) {
            this(evseId, null);
        }
    }

    /**
     * @param status            NoTariff when there is none
     * @param statusInfo        reason, as code and text
     * @param tariffAssignments the tariffs, and what each is for; absent if there is none
     */
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

    /**
     * A tariff, and what it is for.
     *
     * @param tariffId   identifier of the tariff
     * @param tariffKind for every driver, or for certain ones
     * @param validFrom  when it takes effect; absent: it has
     * @param evseIds    EVSEs of a default tariff
     * @param idTokens   tokens of a driver tariff
     */
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

    /** Whether there is any tariff. */
    @Since(V21)
    enum TariffGetStatus {
        Accepted,
        Rejected,
        NoTariff
    }

    /** Whether a tariff is the default, or came with the authorization of a driver. */
    @Since(V21)
    enum TariffKind {
        DefaultTariff,
        DriverTariff
    }
}
