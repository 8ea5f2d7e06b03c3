package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Ask CSMS to validate a VAT number typed by the driver; station to CSMS.
 * Source: OCPP 2.x C18.
 */
@Since(V21)
public interface VatNumberValidation {

    /** What the sender of VatNumberValidation says. */
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

    /** The answer to VatNumberValidation. */
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
