package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.OneOf;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.WireName;

/**
 * Reserve an EVSE, connector type or any EVSE; CSMS to station.
 * Source: OCPP 2.x H01.
 */
public interface ReserveNow {

    /** What the sender of ReserveNow says. */
    record Request(
            @Range(min = 0, since = V21) int id,
            Instant expiryDateTime,
            IdToken idToken,
            @OneOf(Connector.class) @MaxLength(20) @Nullable String connectorType,
            @Range(min = 0, since = V21) @Nullable Integer evseId,
            @Nullable IdToken groupIdToken,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                int id,
                Instant expiryDateTime,
                IdToken idToken,
                @Nullable String connectorType,
                @Nullable Integer evseId,
                @Nullable IdToken groupIdToken) {
            this(id, expiryDateTime, idToken, connectorType, evseId, groupIdToken, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int id, Instant expiryDateTime, IdToken idToken) {
            this(id, expiryDateTime, idToken, null, null, null, null);
        }
    }

    /** The answer to ReserveNow. */
    record Response(
            ReserveNowStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(ReserveNowStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(ReserveNowStatus status) {
            this(status, null, null);
        }
    }

    /** Connector. */
    enum Connector implements WireName {
        cCCS1("cCCS1"),
        cCCS2("cCCS2"),
        cG105("cG105"),
        cTesla("cTesla"),
        cType1("cType1"),
        cType2("cType2"),
        s309_1P_16A("s309-1P-16A"),
        s309_1P_32A("s309-1P-32A"),
        s309_3P_16A("s309-3P-16A"),
        s309_3P_32A("s309-3P-32A"),
        sBS1361("sBS1361"),
        sCEE_7_7("sCEE-7-7"),
        sType2("sType2"),
        sType3("sType3"),
        Other1PhMax16A("Other1PhMax16A"),
        Other1PhOver16A("Other1PhOver16A"),
        Other3Ph("Other3Ph"),
        Pan("Pan"),
        wInductive("wInductive"),
        wResonant("wResonant"),
        Undetermined("Undetermined"),
        Unknown("Unknown");

        private final String wire;

        Connector(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    /** Reserve Now Status. */
    enum ReserveNowStatus {
        Accepted,
        Faulted,
        Occupied,
        Rejected,
        Unavailable
    }
}
