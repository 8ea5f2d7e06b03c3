package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;

/**
 * Asks the station to report or erase what it holds about a customer, who is named in exactly one way; CSMS to station.
 * Source: OCPP 2.x N09, N10.
 */
public interface CustomerInformation {

    /**
     * @param requestId           identifier chosen by the CSMS; the messages that follow repeat it
     * @param report              whether the data shall be sent, in NotifyCustomerInformation
     * @param clear               whether the data shall be erased
     * @param customerCertificate the customer by contract certificate
     * @param idToken             the customer by token
     * @param customerIdentifier  the customer by an identifier of the vendor
     */
    record Request(
            @Range(min = 0, since = V21) int requestId,
            boolean report,
            boolean clear,
            @Nullable CertificateHashData customerCertificate,
            @Nullable IdToken idToken,
            @MaxLength(64) @Nullable String customerIdentifier,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                int requestId,
                boolean report,
                boolean clear,
                @Nullable CertificateHashData customerCertificate,
                @Nullable IdToken idToken,
                @Nullable String customerIdentifier) {
            this(requestId, report, clear, customerCertificate, idToken, customerIdentifier, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int requestId, boolean report, boolean clear) {
            this(requestId, report, clear, null, null, null, null);
        }
    }

    /**
     * @param status     whether the station complies
     * @param statusInfo reason, as code and text
     */
    record Response(
            CustomerInformationStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(CustomerInformationStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(CustomerInformationStatus status) {
            this(status, null, null);
        }
    }

    /** Whether the station complies. Invalid: the customer is not named in exactly one way. */
    enum CustomerInformationStatus {
        Accepted,
        Rejected,
        Invalid
    }
}
