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
 * Reserves an EVSE, a kind of connector or anything free until a given time; CSMS to station.
 * Source: OCPP 2.x H01.
 */
public interface ReserveNow {

    /**
     * @param id             identifier chosen by the CSMS, unique per station; the same one replaces
     * @param expiryDateTime when the reservation lapses; UTC
     * @param idToken        token it is held for
     * @param connectorType  kind of connector wanted; absent: any
     * @param evseId         EVSE to reserve; absent: whichever is free
     * @param groupIdToken   group whose tokens may use it too
     */
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

    /**
     * @param status     Accepted, or why not
     * @param statusInfo reason, as code and text
     */
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

    /**
     * Kind of connector: c with a cable of the station, s a socket, w wireless. Other values are allowed from 2.1 on.
     */
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

    /**
     * Outcome of a reservation. Occupied: in use or reserved already; Rejected: the station does not reserve at all.
     */
    enum ReserveNowStatus {
        Accepted,
        Faulted,
        Occupied,
        Rejected,
        Unavailable
    }
}
