package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Asks whether a VAT number is valid, and whose it is; station to CSMS.
 * Source: OCPP 2.x C18.
 */
@Since(V21)
public interface VatNumberValidation {

    /**
     * @param vatNumber number to check
     * @param evseId    EVSE that the driver uses; absent: not told
     */
    record Request(
            @MaxLength(20) String vatNumber,
            @Range(min = 0) @Nullable Integer evseId,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(String vatNumber, @Nullable Integer evseId) {
            this(vatNumber, evseId, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(String vatNumber) {
            this(vatNumber, null, null);
        }
    }

    /**
     * @param vatNumber  number of the request
     * @param status     whether it is valid
     * @param company    whose it is, if valid
     * @param statusInfo reason, as code and text
     * @param evseId     EVSE of the request, if that had one
     */
    record Response(
            @MaxLength(20) String vatNumber,
            GenericStatus status,
            @Nullable Address company,
            @Nullable StatusInfo statusInfo,
            @Range(min = 0) @Nullable Integer evseId,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(
                String vatNumber,
                GenericStatus status,
                @Nullable Address company,
                @Nullable StatusInfo statusInfo,
                @Nullable Integer evseId) {
            this(vatNumber, status, company, statusInfo, evseId, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(String vatNumber, GenericStatus status) {
            this(vatNumber, status, null, null, null, null);
        }
    }
}
